package io.pangea.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where all instances find the keys that sign access tokens. */
@Component
class SigningKeyRows {

	private final JdbcClient jdbc;

	SigningKeyRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The oldest first. */
	List<SigningKey> read() {
		return this.jdbc.sql("select number, jwk, created_at from accounts.signing_keys order by number")
			.query((row, index) -> SigningKey.read(row.getInt("number"), row.getString("jwk"),
					row.getObject("created_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Of several instances that add the same number, one wins. */
	void add(SigningKey key) {
		this.jdbc
			.sql("insert into accounts.signing_keys (number, jwk, created_at) values (?, ?, ?) on conflict do nothing")
			.params(key.number(), key.jwk().toJSONString(), key.createdAt().atOffset(ZoneOffset.UTC))
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
