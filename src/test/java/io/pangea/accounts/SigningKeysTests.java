package io.pangea.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.pangea.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Several instances on one database, with a clock that can be moved. */
class SigningKeysTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private final AccountSettings settings = settings(null);

	private JdbcClient jdbc;

	private SigningKeyRows rows;

	private Instant now = Instant.parse("2030-01-01T00:00:00Z");

	@BeforeEach
	void migrate() {
		DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
		for (String home : List.of("__root", "accounts")) {
			Flyway.configure()
				.dataSource(database)
				.locations("db/migration/" + home)
				.table("history_of_" + home)
				.baselineOnMigrate(true)
				.baselineVersion("0")
				.load()
				.migrate();
		}
		this.jdbc = JdbcClient.create(database);
		this.rows = new SigningKeyRows(this.jdbc, this.settings);
	}

	@Test
	void agreesOnFirstKeyAmongInstancesThatStartAtOnce() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<ECKey>> keys = threads
				.invokeAll(Stream.generate(this::instance).limit(8).<Callable<ECKey>>map((it) -> it::current).toList());
			assertThat(keys.stream().map(Future::resultNow).collect(Collectors.toSet())).hasSize(1);
		}
	}

	@Test
	void keepsKeyOverRestart() {
		assertThat(instance().current()).isEqualTo(instance().current());
	}

	@Test
	void signsWithNewKeyWhenOldOneIsTooOldAndNewOneWasNoticed() {
		SigningKeys one = instance();
		SigningKeys other = instance();
		ECKey old = one.current();
		assertThat(other.current()).isEqualTo(old);
		pass(this.settings.keyLifetime());
		assertThat(one.current()).isEqualTo(old);
		assertThat(published(one)).hasSize(1);
		pass(SECOND);
		assertThat(published(one)).hasSize(2);
		assertThat(one.current()).isEqualTo(old);
		pass(this.settings.keyNotice().minus(SECOND));
		assertThat(one.current()).isEqualTo(old);
		pass(SECOND);
		assertThat(one.current()).isNotEqualTo(old).isEqualTo(other.current());
	}

	@Test
	void verifiesTokensOfOldKeyUntilTheyExpired() {
		SigningKeys keys = instance();
		String old = keys.current().getKeyID();
		pass(this.settings.keyLifetime().plus(SECOND));
		keys.published();
		pass(this.settings.keyNotice());
		String current = keys.current().getKeyID();
		assertThat(current).isNotEqualTo(old);
		pass(this.settings.tokenLifetime());
		keys.forget();
		assertThat(published(keys)).containsExactlyInAnyOrder(old, current);
		assertThat(find(instance(), old)).hasSize(1);
		pass(Duration.ofHours(1));
		assertThat(published(keys)).containsExactly(current);
		keys.forget();
		assertThat(find(instance(), old)).isEmpty();
		assertThat(find(instance(), current)).hasSize(1);
	}

	@Test
	void readsAgainWhenKeyIsUnknown() {
		SigningKeys one = instance();
		SigningKeys other = instance();
		one.current();
		other.current();
		pass(this.settings.keyLifetime().plus(SECOND));
		String old = one.current().getKeyID();
		String made = published(one).stream().filter((it) -> !it.equals(old)).findFirst().orElseThrow();
		assertThat(find(other, made)).hasSize(1);
	}

	@Test
	void givesNoPrivateKeyAway() {
		SigningKeys keys = instance();
		String id = keys.current().getKeyID();
		assertThat(keys.published().getKeys()).noneMatch(JWK::isPrivate);
		assertThat(find(keys, id)).noneMatch(JWK::isPrivate);
		assertThat(SigningKey.generate(1, this.now).toString()).doesNotContain("\"d\"");
	}

	@Test
	void sealsKeysUnderASecret() {
		SigningKeyRows sealed = new SigningKeyRows(this.jdbc, settings(SECRET));
		ECKey key = new SigningKeys(sealed, this.settings, () -> this.now).current();
		assertThat(stored()).startsWith("sealed:").doesNotContain(key.getKeyID(), "\"d\"");
		assertThat(sealed.read().getFirst().jwk()).isEqualTo(key);
		assertThat(settings(SECRET).toString()).doesNotContain(SECRET);
	}

	@Test
	void sealsKeysThatAreOlderThanTheSecret() {
		ECKey key = instance().current();
		assertThat(stored()).contains("\"d\"");
		SigningKeyRows sealed = new SigningKeyRows(this.jdbc, settings(SECRET));
		assertThat(sealed.read().getFirst().jwk()).isEqualTo(key);
		assertThat(stored()).startsWith("sealed:");
		assertThat(sealed.read().getFirst().jwk()).isEqualTo(key);
	}

	@Test
	void saysWhyASealedKeyCannotBeRead() {
		new SigningKeyRows(this.jdbc, settings(SECRET)).add(SigningKey.generate(1, this.now));
		assertThatIllegalStateException().isThrownBy(this.rows::read)
			.withMessageContaining("set pangea.accounts.key-secret");
		SigningKeyRows other = new SigningKeyRows(this.jdbc, settings(SECRET + "!"));
		assertThatIllegalStateException().isThrownBy(other::read).withMessageContaining("another");
		assertThatIllegalArgumentException().isThrownBy(() -> new SigningKeyRows(this.jdbc, settings("secret")))
			.withMessageContaining("32 characters");
	}

	private String stored() {
		return this.jdbc.sql("select jwk from accounts.signing_keys").query(String.class).single();
	}

	private static AccountSettings settings(@Nullable String secret) {
		return new AccountSettings(Duration.ofHours(12), Duration.ofDays(30), Duration.ofHours(1), 10,
				Duration.ofMinutes(15), 20, null, secret);
	}

	private SigningKeys instance() {
		return new SigningKeys(this.rows, this.settings, () -> this.now);
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private static Set<String> published(SigningKeys keys) {
		return keys.published().getKeys().stream().map(JWK::getKeyID).collect(Collectors.toSet());
	}

	private static List<JWK> find(SigningKeys keys, String id) {
		return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
	}

}
