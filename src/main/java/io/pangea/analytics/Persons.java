package io.pangea.analytics;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Pseudonyms: an account is found by a keyed hash, and what stands for it in facts is
 * random, so that once the link is cut not even who has the key can tell whose facts they
 * were.
 */
@Component
class Persons {

	private static final String ALGORITHM = "HmacSHA256";

	private final JdbcClient jdbc;

	private final SingletonSupplier<SecretKeySpec> key = SingletonSupplier
		.of(() -> new SecretKeySpec(key(), ALGORITHM));

	Persons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The pseudonym of an account; null for nobody's and for one that was deleted. */
	@Nullable UUID of(@Nullable AccountId account) {
		if (account == null) {
			return null;
		}
		byte[] hash = hash(account);
		this.jdbc.sql("insert into analytics.persons (account, person) values (?, ?) on conflict do nothing")
			.params(hash, UUID.randomUUID())
			.update();
		return this.jdbc.sql("select person from analytics.persons where account = ?")
			.param(hash)
			.query((row, number) -> Optional.ofNullable(row.getObject("person", UUID.class)))
			.single()
			.orElse(null);
	}

	/** Cuts the link for good, also for events that come later. */
	void forget(AccountId account) {
		this.jdbc
			.sql("insert into analytics.persons (account, person) values (?, null) "
					+ "on conflict (account) do update set person = null")
			.param(hash(account))
			.update();
	}

	private byte[] hash(AccountId account) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key.obtain());
			return mac.doFinal(account.toString().getBytes(UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has HMAC-SHA-256", ex);
		}
	}

	private byte[] key() {
		return this.jdbc.sql("select key from analytics.pseudonym_key").query(byte[].class).single();
	}

}
