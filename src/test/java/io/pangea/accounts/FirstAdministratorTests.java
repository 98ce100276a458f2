package io.pangea.accounts;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

	private static final String DEMO = "staff@pangea.example";

	@LocalServerPort
	private int port;

	@Autowired
	private AccountHolders holders;

	@Autowired
	private Membership membership;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountSettings settings;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private final String email = UUID.randomUUID() + "@example.com";

	@BeforeEach
	@AfterEach
	void dismissEverybody() {
		this.jdbc.sql("update accounts.holders set roles = array_remove(roles, 'ADMIN')").update();
		this.holders.findByCanonicalEmail(DEMO).map(AccountHolder::id).ifPresent(this.membership::end);
	}

	@Test
	void isCreatedOnceByManyInstancesAndSignsInWithThePasswordPrinted(CapturedOutput output) throws Exception {
		Callable<Boolean> start = () -> {
			start(this.email, false);
			return true;
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(Collections.nCopies(4, start)))
				.allSatisfy((it) -> assertThat(it.get()).isTrue());
		}
		start.call();
		assertThat(output).containsOnlyOnce(this.email);
		Session session = this.accounts.signIn(new Credentials(this.email, printed(this.email, output)));
		assertThat(session.account().roles()).containsExactly(Role.CUSTOMER, Role.STAFF, Role.ADMIN);
	}

	@Test
	void looksAfterTheDemoUnlessAnotherIsNamed(CapturedOutput output) {
		start(null, true);
		assertThat(this.accounts.signIn(new Credentials(DEMO, printed(DEMO, output))).account().roles())
			.contains(Role.ADMIN);
	}

	@Test
	void isNotCreatedAgainOnceDeleted() {
		start(null, true);
		this.people.admin();
		AccountId demo = this.holders.findByCanonicalEmail(DEMO).orElseThrow().id();
		this.membership.end(demo);
		start(null, true);
		assertThat(this.holders.existsByCanonicalEmail(DEMO)).isFalse();
	}

	@Test
	void isAskedForWhereNobodyIsNamed(CapturedOutput output) {
		start(null, false);
		assertThat(output).contains("pangea.accounts.first-administrator");
		assertThat(this.holders.existsAdministrator()).isFalse();
	}

	@Test
	void isNobodyWhoOnlyRegisteredTheAddressBefore(CapturedOutput output) {
		Person customer = this.people.customer();
		start(customer.email(), false);
		assertThat(output).contains(customer.email() + " has an account already");
		assertThat(this.holders.existsAdministrator()).isFalse();
	}

	@Test
	void staysWhileNobodyElseIs() {
		Person last = this.people.admin();
		assertThatExceptionOfType(LastAdministrator.class)
			.isThrownBy(() -> this.people.as(last, () -> this.accounts.assignRoles(last.id(), List.of(Role.STAFF))))
			.satisfies((ex) -> assertThat(ex.account()).isEqualTo(last.id()));
		assertThatExceptionOfType(LastAdministrator.class)
			.isThrownBy(() -> this.people.as(last, this.accounts::deleteMe));
		Web.Answer answer = Web.at(this.port).delete("/me", last.token());
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).contains("accounts:last-administrator", "make somebody else an administrator first");
		Person other = this.people.admin();
		this.people.as(last, () -> this.accounts.assignRoles(last.id(), List.of(Role.STAFF)));
		assertThat(this.holders.findById(other.id()).orElseThrow().roles()).contains(Role.ADMIN);
	}

	@Test
	void staysEvenIfTwoDismissEachOther() throws Exception {
		for (int round = 0; round < 10; round++) {
			dismissEverybody();
			AccountId one = this.people.admin().id();
			AccountId other = this.people.admin().id();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				threads.invokeAll(List.of(() -> this.membership.assign(one, List.of()),
						() -> this.membership.assign(other, List.of())));
			}
			assertThat(this.holders.existsAdministrator()).isTrue();
		}
	}

	private void start(@Nullable String named, boolean demo) {
		AccountSettings it = new AccountSettings(this.settings.tokenLifetime(), this.settings.keyLifetime(),
				this.settings.keyNotice(), this.settings.failedSignIns(), this.settings.failureWindow(),
				this.settings.addresses(), named, null);
		new FirstAdministrator(this.holders, this.membership, this.encoder, it, demo)
			.run(new DefaultApplicationArguments());
	}

	private static String printed(String email, CapturedOutput output) {
		Matcher printed = Pattern.compile(Pattern.quote(email) + " with password (\\S+)").matcher(output);
		assertThat(printed.find()).isTrue();
		return printed.group(1);
	}

}
