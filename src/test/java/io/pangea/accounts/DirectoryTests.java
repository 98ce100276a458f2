package io.pangea.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class DirectoryTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	private final String unique = UUID.randomUUID().toString().substring(24);

	private Person staff;

	@BeforeEach
	void signIn() {
		this.staff = this.people.staff();
	}

	@Test
	void isForStaffOnly() {
		Web web = Web.at(this.port);
		Person customer = this.people.customer();
		for (String path : List.of("", "?q=" + customer.email(), "/" + customer.id())) {
			assertThat(web.get(path, null).status()).as(path).isEqualTo(401);
			assertThat(web.get(path, customer.token()).status()).as(path).isEqualTo(403);
			assertThat(web.get(path, this.staff.token()).status()).as(path).isEqualTo(200);
		}
		assertThat(web.get("?q=" + customer.email(), customer.token()).body())
			.isEqualTo(web.get("?q=nobody@pangea.example", customer.token()).body());
	}

	@Test
	void tellsNothingOfPasswords() {
		Person customer = this.people.customer();
		Web web = Web.at(this.port);
		assertThat(List.of(web.get("?q=" + customer.email(), this.staff.token()).body(),
				web.get("/" + customer.id(), this.staff.token()).body()))
			.allSatisfy((body) -> assertThat(body).contains(customer.email())
				.doesNotContainIgnoringCase("password")
				.doesNotContain("bcrypt", "$2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "João.Álvares+%s@Müller.example", "  joão.álvares+%s@MÜLLER.example ", "alvares+%s@",
			"+%s@muller.ex", "%s@xn--mller-kva.example", "álvares do %s", "JOAO ALVARES DO %s" })
	void findsByAddressAndNameInWholeAndInPart(String q) {
		register("João.Álvares+%s@Müller.example".formatted(this.unique), "João Álvares do " + this.unique);
		assertThat(found(q.formatted(this.unique))).extracting(Account::name)
			.containsExactly("João Álvares do " + this.unique);
	}

	@Test
	void findsAnAddressInAnotherSpelling() {
		register("ada+%s@xn--mller-kva.example".formatted(this.unique), "Ada " + this.unique);
		assertThat(found("ADA+%s@Müller.example".formatted(this.unique))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "100%%%s", "a_b%s", "back\\slash%s" })
	void takesWildcardsForWhatTheyAre(String name) {
		register("some-%s@pangea.example".formatted(this.unique), name.formatted(this.unique));
		register("other-%s@pangea.example".formatted(this.unique),
				"100x%s aXb%1$s backXslash%1$s".formatted(this.unique));
		assertThat(found(name.formatted(this.unique))).extracting(Account::name)
			.containsExactly(name.formatted(this.unique));
	}

	@Test
	void findsNobody() {
		assertThat(found("nobody-" + UUID.randomUUID())).isEmpty();
	}

	@Test
	void showsEverybodyOnceNewestFirst() {
		List<String> names = List.of("A " + this.unique, "B " + this.unique, "C " + this.unique);
		names.forEach((name) -> register(UUID.randomUUID() + "@pangea.example", name));
		List<String> shown = new ArrayList<>();
		String cursor = null;
		do {
			AccountPage page = page(this.unique, null, cursor, 2);
			page.items().forEach((it) -> shown.add(it.name()));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(shown).isEqualTo(names.reversed());
		assertThat(page(this.unique, null, null, 3).next()).isNull();
	}

	@Test
	void findsWhoWorksHere() {
		Person administrator = this.people.admin();
		Person customer = this.people.customer();
		assertThat(page(this.staff.email(), Role.STAFF, null, 5).items()).hasSize(1);
		assertThat(page(this.staff.email(), Role.ADMIN, null, 5).items()).isEmpty();
		assertThat(page(administrator.email(), Role.ADMIN, null, 5).items()).hasSize(1);
		assertThat(page(customer.email(), Role.STAFF, null, 5).items()).isEmpty();
		assertThat(page(customer.email(), Role.CUSTOMER, null, 5).items()).hasSize(1);
		assertThat(page(this.staff.email(), Role.CUSTOMER, null, 5).items()).hasSize(1);
	}

	@Test
	void showsOneAccount() {
		Person customer = this.people.customer();
		Account account = this.people.as(this.staff, () -> this.accounts.find(customer.id()));
		assertThat(account).isEqualTo(this.people.as(customer, this.accounts::me));
		assertThatExceptionOfType(AccountNotFound.class)
			.isThrownBy(() -> this.people.as(this.staff, () -> this.accounts.find(AccountId.next())));
	}

	private void register(String email, String name) {
		this.accounts.register(new Registration(email, "correct horse battery", name));
	}

	private List<Account> found(String q) {
		return page(q, null, null, 20).items();
	}

	private AccountPage page(String q, @Nullable Role role, @Nullable String cursor, int limit) {
		return this.people.as(this.staff, () -> this.accounts.list(q, role, cursor, limit));
	}

}
