package io.pangea.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens. The newest signs until it is too old; its
 * predecessors stay published for as long as tokens they signed are valid. Read when
 * first needed, and again when a token names a key that is not known, since another
 * instance may have made it.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

	/** For clocks that differ. */
	private static final Duration MARGIN = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final InstantSource clock;

	private volatile List<SigningKey> known = List.of();

	@Autowired
	SigningKeys(JdbcClient jdbc, AccountSettings settings) {
		this(jdbc, settings, InstantSource.system());
	}

	SigningKeys(JdbcClient jdbc, AccountSettings settings, InstantSource clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** The key that signs now, with its private half. */
	ECKey current() {
		SigningKey newest = newest(this.known);
		if (newest == null || isTooOld(newest)) {
			newest = newest(read());
		}
		if (newest == null || isTooOld(newest)) {
			add(SigningKey.generate((newest != null) ? newest.number() + 1 : 1, this.clock.instant()));
			newest = read().getLast();
		}
		return newest.jwk();
	}

	/** The public halves of all keys that may have signed a valid token. */
	JWKSet published() {
		current();
		Instant now = this.clock.instant();
		List<SigningKey> keys = read();
		List<JWK> valid = IntStream.range(0, keys.size())
			.filter((i) -> i == keys.size() - 1 || now.isBefore(lastTokenExpires(keys.get(i + 1))))
			.<JWK>mapToObj((i) -> keys.get(i).jwk().toPublicJWK())
			.toList();
		return new JWKSet(valid);
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		List<JWK> found = select(selector, this.known);
		return found.isEmpty() ? select(selector, read()) : found;
	}

	/** Forgets keys no valid token was signed with. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	@SchedulerLock(name = "accounts.forget-signing-keys")
	void forget() {
		this.jdbc
			.sql("delete from accounts.signing_keys it using accounts.signing_keys next "
					+ "where next.number = it.number + 1 and next.created_at < :before")
			.param("before", utc(this.clock.instant().minus(this.settings.tokenLifetime()).minus(MARGIN)))
			.update();
	}

	private Instant lastTokenExpires(SigningKey successor) {
		return successor.createdAt().plus(this.settings.tokenLifetime()).plus(MARGIN);
	}

	private boolean isTooOld(SigningKey key) {
		return key.createdAt().plus(this.settings.keyLifetime()).isBefore(this.clock.instant());
	}

	/** Of several instances that add the same number, one wins. */
	private void add(SigningKey key) {
		this.jdbc
			.sql("insert into accounts.signing_keys (number, jwk, created_at) values (?, ?, ?) on conflict do nothing")
			.params(key.number(), key.jwk().toJSONString(), utc(key.createdAt()))
			.update();
	}

	private List<SigningKey> read() {
		List<SigningKey> keys = this.jdbc
			.sql("select number, jwk, created_at from accounts.signing_keys order by number")
			.query((row, index) -> SigningKey.read(row.getInt("number"), row.getString("jwk"),
					row.getObject("created_at", OffsetDateTime.class).toInstant()))
			.list();
		this.known = keys;
		return keys;
	}

	private static @Nullable SigningKey newest(List<SigningKey> keys) {
		return keys.isEmpty() ? null : keys.getLast();
	}

	private static List<JWK> select(JWKSelector selector, List<SigningKey> keys) {
		return selector.select(new JWKSet(keys.stream().<JWK>map((key) -> key.jwk().toPublicJWK()).toList()));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
