package io.pangea.analytics;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All facts; each is kept once, and those of forgotten months not at all. */
@Component
class Facts {

	private final JdbcClient jdbc;

	private final Months months;

	Facts(JdbcClient jdbc, Months months) {
		this.jdbc = jdbc;
		this.months = months;
	}

	/**
	 * Keeps what is new, and notes what has to be summed up again, in one statement and
	 * so in one snapshot.
	 */
	@Transactional
	void add(Collection<Fact> told) {
		List<Fact> facts = told.stream().filter((fact) -> this.months.keeps(fact.occurredAt())).toList();
		if (facts.isEmpty()) {
			return;
		}
		facts.stream().map(Fact::occurredAt).forEach(this.months::make);
		this.jdbc.sql("""
				with added as (
				  insert into analytics.facts (id, occurred_at, type, session, person, data)
				  select * from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[]), cast(:types as text[]),
				    cast(:sessions as text[]), cast(:persons as uuid[]), cast(:data as jsonb[]))
				  on conflict do nothing returning occurred_at)
				insert into analytics.touched
				select distinct date_bin('15 minutes', occurred_at, '2000-01-01 00:00+00') from added
				""")
			.param("ids", texts(facts, Fact::id))
			.param("times", texts(facts, Fact::occurredAt))
			.param("types", texts(facts, Fact::type))
			.param("sessions", texts(facts, Fact::session))
			.param("persons", texts(facts, Fact::person))
			.param("data", texts(facts, Fact::data))
			.update();
	}

	private static @Nullable String[] texts(List<Fact> facts, Function<Fact, @Nullable Object> part) {
		return facts.stream().map((fact) -> {
			Object value = part.apply(fact);
			return (value != null) ? value.toString() : null;
		}).toArray(String[]::new);
	}

}
