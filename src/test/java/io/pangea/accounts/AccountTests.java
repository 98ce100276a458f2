package io.pangea.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
@RecordApplicationEvents
class AccountTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ApplicationEvents events;

	private Web web;

	private Person customer;

	@BeforeEach
	void signIn() {
		this.web = Web.at(this.port);
		this.customer = this.people.customer();
	}

	@Test
	void isShownToItsOwner() {
		Account account = this.people.as(this.customer, this.accounts::me);
		assertThat(account.id()).isEqualTo(this.customer.id());
		assertThat(account.email()).isEqualTo(this.customer.email());
	}

	@Test
	void isForThoseWhoSignedIn() {
		assertThat(List.of(this.web.get("/me", null), this.web.delete("/me", null), this.web.get("/me/addresses", null),
				this.web.put("/me/addresses/" + AddressId.next(), Addresses.inBerlin("Ada"), null),
				this.web.delete("/me/addresses/" + AddressId.next(), null),
				this.web.put("/%s/roles".formatted(this.customer.id()), List.of("STAFF"), null)))
			.allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(401));
	}

	@Test
	void isDeletedOnce() {
		this.people.as(this.customer, this.accounts::deleteMe);
		this.people.as(this.customer, this.accounts::deleteMe);
		assertThat(
				this.events.stream(AccountDeleted.class).filter((event) -> event.account().equals(this.customer.id())))
			.hasSize(1);
		assertThat(this.web.delete("/me", this.customer.token()).status()).isEqualTo(204);
	}

	@Test
	void isGoneForTokensItLeavesBehind() {
		AddressId address = AddressId.next();
		this.people.as(this.customer, () -> this.accounts.saveAddress(address, Addresses.inBerlin("Ada"), true));
		this.people.as(this.customer, this.accounts::deleteMe);
		assertThatExceptionOfType(AccountNotFound.class)
			.isThrownBy(() -> this.people.as(this.customer, this.accounts::me));
		assertThat(List.of(this.web.get("/me", this.customer.token()),
				this.web.get("/me/addresses", this.customer.token()),
				this.web.put("/me/addresses/" + address, Addresses.inBerlin("Ada"), this.customer.token())))
			.allSatisfy((answer) -> {
				assertThat(answer.status()).isEqualTo(404);
				assertThat(answer.body()).contains("accounts:account-not-found");
			});
		assertThat(this.web.signIn(this.customer.email(), this.customer.password()).status()).isEqualTo(401);
	}

	@Test
	void leavesItsAddressToANewOne() {
		this.people.as(this.customer, this.accounts::deleteMe);
		this.web.register(this.customer.email(), "correct horse battery");
		Session session = this.accounts.signIn(new Credentials(this.customer.email(), "correct horse battery"));
		assertThat(session.account().id()).isNotEqualTo(this.customer.id());
	}

	@Test
	void getsRolesFromAdministratorsOnly() {
		String path = "/%s/roles".formatted(this.customer.id());
		assertThat(this.web.put(path, List.of("ADMIN"), this.customer.token()).status()).isEqualTo(403);
		assertThat(this.web.put(path, List.of("ADMIN"), this.people.staff().token()).status()).isEqualTo(403);
		Web.Answer answer = this.web.put(path, List.of("STAFF", "STAFF"), this.people.admin().token());
		assertThat(answer.body()).contains("[\"CUSTOMER\",\"STAFF\"]");
		assertThat(this.people.as(this.customer, this.accounts::me).roles()).containsExactly(Role.CUSTOMER, Role.STAFF);
	}

	@Test
	void losesRolesButStaysACustomer() {
		Person staff = this.people.staff();
		Account account = this.people.as(this.people.admin(), () -> this.accounts.assignRoles(staff.id(), List.of()));
		assertThat(account.roles()).containsExactly(Role.CUSTOMER);
	}

	@Test
	void hasToExistToGetRoles() {
		Web.Answer answer = this.web.put("/%s/roles".formatted(AccountId.next()), List.of("STAFF"),
				this.people.admin().token());
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).contains("accounts:account-not-found");
	}

	@Test
	void neverShowsAPassword() {
		String secret = "correct horse battery";
		assertThat(new Registration("ada@example.com", secret, "Ada").toString()).doesNotContain(secret);
		assertThat(new Credentials("ada@example.com", secret).toString()).doesNotContain(secret);
		assertThat(AccountHolder.of(EmailAddress.of("ada@example.com"), "Ada", secret, List.of()).toString())
			.doesNotContain(secret);
		assertThat(new Session(secret, Instant.EPOCH, this.people.as(this.customer, this.accounts::me)).toString())
			.doesNotContain(secret);
		assertThat(this.web.put("/registrations", Map.of("email", "nonsense", "password", secret, "name", ""), null)
			.body()).doesNotContain(secret);
	}

}
