package io.pangea.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@StoreTest
class SignInTests {

	private static final String PASSWORD = "correct horse battery";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountHolders holders;

	@Autowired
	private AccountSettings settings;

	private Web web;

	private final String email = UUID.randomUUID() + "@example.com";

	@BeforeEach
	void register() {
		this.web = Web.at(this.port);
		this.web.register(this.email, PASSWORD);
	}

	@Test
	void issuesTokenOfTheAccount() {
		Session session = this.accounts.signIn(new Credentials(this.email, PASSWORD));
		assertThat(session.account().email()).isEqualTo(this.email);
		assertThat(session.expiresAt()).isCloseTo(Instant.now().plus(this.settings.tokenLifetime()),
				within(Duration.ofMinutes(1)));
		assertThat(this.web.get("/me", session.accessToken()).body()).contains(this.email);
	}

	@Test
	void failsTheSameForWrongPasswordAndUnknownAddress() {
		Web.Answer wrong = this.web.signIn(this.email, "wrong password");
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.body()).contains("urn:pangea:problem:accounts:sign-in-failed");
		assertThat(wrong.headers()).containsEntry("WWW-Authenticate", "Bearer");
		assertThat(this.web.signIn("nobody-" + this.email, PASSWORD)).isEqualTo(wrong);
	}

	@Test
	void refusesAfterTooManyFailuresEvenIfRight() {
		assertThat(failUntilRefused(this.email)).isEqualTo(this.settings.failedSignIns());
		Credentials right = new Credentials(this.email, PASSWORD);
		assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> this.accounts.signIn(right))
			.satisfies((ex) -> assertThat(ex.retryAt()).isAfter(Instant.now()));
		Web.Answer refused = this.web.signIn(this.email, PASSWORD);
		assertThat(refused.body()).contains("too-many-attempts", "retryAt");
		assertThat(Integer.parseInt(String.valueOf(refused.headers().get("Retry-After")))).isBetween(1,
				(int) this.settings.failureWindow().toSeconds() + 1);
	}

	@Test
	void refusesUnknownAddressesTheSame() {
		assertThat(failUntilRefused("nobody-" + this.email)).isEqualTo(this.settings.failedSignIns());
	}

	@Test
	void forgetsFailuresOfWhoSucceeds() {
		for (int round = 0; round < 2; round++) {
			for (int i = 1; i < this.settings.failedSignIns(); i++) {
				assertThat(this.web.signIn(this.email, "wrong password").status()).isEqualTo(401);
			}
			assertThat(this.web.signIn(this.email, PASSWORD).status()).isEqualTo(200);
		}
	}

	@Test
	void letsOnePersonInManyTimesAtOnce() throws Exception {
		Callable<Integer> signIn = () -> this.web.signIn(this.email, PASSWORD).status();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(Collections.nCopies(20, signIn)))
				.allSatisfy((answer) -> assertThat(answer.get()).isEqualTo(200));
		}
	}

	@Test
	void replacesOutdatedEncoding() {
		EmailAddress address = EmailAddress.of("old-" + this.email);
		String outdated = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		this.holders.save(AccountHolder.of(address, "Ada", outdated, List.of()));
		this.accounts.signIn(new Credentials(address.typed(), PASSWORD));
		assertThat(this.holders.findByCanonicalEmail(address.canonical()).orElseThrow().password())
			.startsWith("{bcrypt-sha256}");
		this.accounts.signIn(new Credentials(address.typed(), PASSWORD));
	}

	private int failUntilRefused(String address) {
		int failures = 0;
		while (this.web.signIn(address, "wrong password").status() == 401) {
			failures++;
		}
		assertThat(this.web.signIn(address, "wrong password").status()).isEqualTo(429);
		return failures;
	}

}
