package io.pangea.recommendations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may be known here. */
@Component
class People {

	private final JdbcClient jdbc;

	private final Likes likes;

	People(JdbcClient jdbc, Likes likes) {
		this.jdbc = jdbc;
		this.likes = likes;
	}

	@Transactional(readOnly = true)
	OptOut optOut(UUID person) {
		return this.jdbc
			.sql("select opted_out, chosen_at from recommendations.people where id = :id and chosen_at is not null")
			.param("id", person)
			.query((row, number) -> new OptOut(row.getBoolean("opted_out"),
					row.getObject("chosen_at", OffsetDateTime.class).toInstant()))
			.optional()
			.orElse(new OptOut(false, null));
	}

	/** Who opts out, or deletes the account, is forgotten, and stays so. */
	@Transactional
	OptOut choose(UUID person, boolean optedOut) {
		boolean was = this.likes.lock(person, true);
		if (optedOut) {
			this.likes.forget(person);
		}
		if (was != optedOut || optOut(person).since() == null) {
			this.jdbc
				.sql("update recommendations.people set opted_out = :optedOut, chosen_at = clock_timestamp() "
						+ "where id = :id")
				.param("optedOut", optedOut)
				.param("id", person)
				.update();
		}
		return optOut(person);
	}

	/** Forgets whose basket was what; that they were bought together stays counted. */
	void forgetGuests(Instant before) {
		this.jdbc.sql("delete from recommendations.people where not account and known_since < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
	}

}
