package io.pangea.accounts;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class SavedAddressTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountSettings settings;

	private Person ada;

	@BeforeEach
	void signIn() {
		this.ada = this.people.customer();
	}

	@Test
	void isSavedAndChanged() {
		AddressId id = AddressId.next();
		save(this.ada, id, Addresses.inBerlin("Ada"), false);
		PostalAddress changed = new PostalAddress("Ada", "Rua Augusta 1", "apto 2", "São Paulo", "SP", "01305-000",
				"BR");
		save(this.ada, id, changed, false);
		assertThat(of(this.ada)).containsExactly(new Address(id, changed, false));
	}

	@Test
	void isPreferredInsteadOfTheOneThatWas() {
		Address first = save(this.ada, AddressId.next(), Addresses.inBerlin("A"), true);
		Address second = save(this.ada, AddressId.next(), Addresses.inBerlin("B"), true);
		assertThat(of(this.ada)).containsExactly(second, new Address(first.id(), first.address(), false));
	}

	@Test
	void isPreferredAloneHoweverManyAreSavedAtOnce() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Address>> saves = Stream.generate(AddressId::next)
				.limit(8)
				.<Callable<Address>>map((id) -> () -> save(this.ada, id, Addresses.inBerlin("Ada"), true))
				.toList();
			assertThat(threads.invokeAll(saves)).allSatisfy((saved) -> assertThat(saved.get().preferred()).isTrue());
		}
		assertThat(of(this.ada)).hasSize(8).filteredOn(Address::preferred).hasSize(1);
	}

	@Test
	void isRemovedOnce() {
		AddressId id = AddressId.next();
		save(this.ada, id, Addresses.inBerlin("Ada"), true);
		Web web = Web.at(this.port);
		assertThat(web.delete("/me/addresses/" + id, this.ada.token()).status()).isEqualTo(204);
		assertThat(web.delete("/me/addresses/" + id, this.ada.token()).status()).isEqualTo(204);
		assertThat(of(this.ada)).isEmpty();
	}

	@Test
	void belongsToOneAccount() {
		Person eve = this.people.customer();
		AddressId id = AddressId.next();
		Address hers = save(this.ada, id, Addresses.inBerlin("Ada"), true);
		this.people.as(eve, () -> this.accounts.removeAddress(id));
		Address other = save(eve, id, Addresses.inBerlin("Eve"), true);
		assertThat(of(this.ada)).containsExactly(hers);
		assertThat(of(eve)).containsExactly(other);
	}

	@Test
	void isOneOfALimitedNumber() {
		AddressId first = AddressId.next();
		save(this.ada, first, Addresses.inBerlin("Ada"), false);
		for (int i = 1; i < this.settings.addresses(); i++) {
			save(this.ada, AddressId.next(), Addresses.inBerlin("Ada"), false);
		}
		assertThatExceptionOfType(TooManyAddresses.class)
			.isThrownBy(() -> save(this.ada, AddressId.next(), Addresses.inBerlin("Ada"), false))
			.satisfies((ex) -> assertThat(ex.limit()).isEqualTo(this.settings.addresses()));
		save(this.ada, first, Addresses.inBerlin("Ada Lovelace"), true);
		assertThat(of(this.ada)).hasSize(this.settings.addresses());
	}

	private Address save(Person person, AddressId id, PostalAddress address, boolean preferred) {
		return this.people.as(person, () -> this.accounts.saveAddress(id, address, preferred));
	}

	private List<Address> of(Person person) {
		return this.people.as(person, this.accounts::addresses);
	}

}
