package io.pangea.analytics;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reports ask the database, sorted into the periods of a timeline. */
@Component
class Questions {

	private final JdbcClient jdbc;

	Questions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Sums sums(Timeline timeline, String... measures) {
		return Sums.of(ask("""
				select width_bucket(quarter, cast(:edges as timestamptz[])) - 1 as period, measure, key,
				  sum(times) as times, sum(total) as total
				from analytics.rollups
				where measure = any (:measures) and quarter >= cast(:from as timestamptz)
				and quarter < cast(:to as timestamptz)
				group by 1, 2, 3
				""", timeline, Map.of("measures", measures), Sums.Sum.class));
	}

	/** Takes {@code :from}, {@code :to} and {@code :edges} from the timeline. */
	<T> List<T> ask(String sql, Timeline timeline, Map<String, ?> parameters, Class<T> row) {
		return this.jdbc.sql(sql)
			.param("edges", timeline.edges())
			.param("from", timeline.from())
			.param("to", timeline.to())
			.params(parameters)
			.query(row)
			.list();
	}

}
