package io.pangea.accounts;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
@RecordApplicationEvents
class RegistrationTests {

	private static final String PASSWORD = "correct horse battery";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountHolders holders;

	@Autowired
	private ApplicationEvents events;

	private Web web;

	private final String name = UUID.randomUUID().toString();

	private final String email = this.name + "@example.com";

	@BeforeEach
	void connect() {
		this.web = Web.at(this.port);
	}

	@Test
	void opensAccountOfCustomer() {
		assertThat(this.web.register(this.email, PASSWORD).status()).isEqualTo(202);
		AccountHolder holder = this.holders.findByCanonicalEmail(this.email).orElseThrow();
		assertThat(holder.account().roles()).containsExactly(Role.CUSTOMER);
		assertThat(holder.account().name()).isEqualTo("Ada");
		assertThat(holder.password()).startsWith("{bcrypt-sha256}").doesNotContain(PASSWORD);
	}

	@Test
	void saysSoOnce() {
		Registration registration = new Registration(this.email, PASSWORD, "Ada");
		this.accounts.register(registration);
		this.accounts.register(registration);
		AccountId id = this.holders.findByCanonicalEmail(this.email).orElseThrow().id();
		assertThat(this.events.stream(AccountRegistered.class).filter((event) -> event.account().equals(id)))
			.hasSize(1);
	}

	@Test
	void answersTheSameWhetherOrNotAddressIsTaken() {
		Web.Answer free = this.web.register(this.email, PASSWORD);
		Web.Answer taken = this.web.register(this.email.toUpperCase(Locale.ROOT), "another password");
		assertThat(taken).isEqualTo(free);
		assertThat(free.body()).isEmpty();
	}

	@Test
	void changesNothingIfAddressIsTaken() {
		this.web.register(this.email, PASSWORD);
		this.web.register(this.email, "another password");
		assertThat(this.web.signIn(this.email, PASSWORD).status()).isEqualTo(200);
		assertThat(this.web.signIn(this.email, "another password").status()).isEqualTo(401);
	}

	@Test
	void takesVariantsOfOneAddressForOneAccount() {
		this.web.register("İ" + this.name + "ß@Bücher.example", PASSWORD);
		this.web.register("i" + this.name + "SS@xn--bcher-kva.example", "another password");
		assertThat(this.web.signIn("ｉ" + this.name + "ẞ＠BÜCHER.example ", PASSWORD).status()).isEqualTo(200);
		assertThat(this.web.signIn("i" + this.name + "SS@xn--bcher-kva.example", "another password").status())
			.isEqualTo(401);
	}

	@Test
	void opensOneAccountHoweverManyAskAtOnce() throws Exception {
		Callable<Integer> registration = () -> this.web.register(this.email, PASSWORD).status();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(8, registration));
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.get()).isEqualTo(202));
		}
		assertThat(this.web.signIn(this.email, PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void takesLongPasswordsWhole() {
		String password = "ü".repeat(127);
		this.web.register(this.email, password + "a");
		assertThat(this.web.signIn(this.email, password + "b").status()).isEqualTo(401);
		assertThat(this.web.signIn(this.email, password + "a").status()).isEqualTo(200);
	}

	@Test
	void takesPasswordsFromAnyKeyboard() {
		this.web.register(this.email, "Grüße aus Köln");
		assertThat(this.web.signIn(this.email, "Gru\u0308ße aus Ko\u0308ln").status()).isEqualTo(200);
	}

}
