package io.pangea.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where all instances find the keys that sign access tokens; sealed where there is a
 * secret to do it with, since whoever reads such a key can sign in as anybody.
 */
@Component
class SigningKeyRows {

	private static final Logger LOG = LoggerFactory.getLogger(SigningKeyRows.class);

	private final JdbcClient jdbc;

	private final @Nullable Seal seal;

	SigningKeyRows(JdbcClient jdbc, AccountSettings settings) {
		this.jdbc = jdbc;
		this.seal = Seal.of(settings.keySecret());
	}

	/** The oldest first. */
	List<SigningKey> read() {
		return this.jdbc.sql("select number, jwk, created_at from accounts.signing_keys order by number")
			.query((row, index) -> SigningKey.read(row.getInt("number"),
					opened(row.getInt("number"), row.getString("jwk")),
					row.getObject("created_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	private String opened(int number, String jwk) {
		if (!Seal.isOn(jwk)) {
			sealLate(number, jwk);
			return jwk;
		}
		if (this.seal == null) {
			throw new IllegalStateException(
					"Signing key %d is sealed: set pangea.accounts.key-secret to what it was".formatted(number));
		}
		try {
			return this.seal.lift(jwk);
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException(
					"Signing key %d was sealed with another pangea.accounts.key-secret".formatted(number), ex);
		}
	}

	/** A key older than the secret. */
	private void sealLate(int number, String jwk) {
		if (this.seal != null) {
			this.jdbc.sql("update accounts.signing_keys set jwk = ? where number = ? and jwk = ?")
				.params(this.seal.put(jwk), number, jwk)
				.update();
		}
	}

	/** Of several instances that add the same number, one wins. */
	void add(SigningKey key) {
		String jwk = key.jwk().toJSONString();
		if (this.seal == null) {
			LOG.warn("Signing key {} is kept in clear; set pangea.accounts.key-secret to seal it", key.number());
		}
		this.jdbc
			.sql("insert into accounts.signing_keys (number, jwk, created_at) values (?, ?, ?) on conflict do nothing")
			.params(key.number(), (this.seal != null) ? this.seal.put(jwk) : jwk,
					key.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Removes keys whose successor took over before a time. */
	void removeSucceededBefore(Instant time) {
		this.jdbc
			.sql("delete from accounts.signing_keys it using accounts.signing_keys next "
					+ "where next.number = it.number + 1 and next.created_at < ?")
			.param(time.atOffset(ZoneOffset.UTC))
			.update();
	}

}
