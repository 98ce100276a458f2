package io.pangea.recommendations;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many like both of two items. Who changes that holds the locks of the items. */
@Component
class Pairs {

	/** More of them at once are not held in memory. */
	private static final int FETCHED = 5000;

	private final JdbcClient jdbc;

	Pairs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What is told of two items. */
	interface Told {

		void pair(int a, int b, int count);

	}

	private record Pair(int a, int b) {

	}

	/** Counts each of some items with each of all. */
	void add(Collection<Integer> some, Collection<Integer> all, int people) {
		Set<Pair> pairs = new TreeSet<>(Comparator.comparingInt(Pair::a).thenComparingInt(Pair::b));
		for (int a : some) {
			for (int b : all) {
				if (a != b) {
					pairs.add(new Pair(a, b));
					pairs.add(new Pair(b, a));
				}
			}
		}
		if (!pairs.isEmpty()) {
			Integer[] a = pairs.stream().map(Pair::a).toArray(Integer[]::new);
			Integer[] b = pairs.stream().map(Pair::b).toArray(Integer[]::new);
			save(a, b, people);
		}
	}

	private void save(Integer[] a, Integer[] b, int people) {
		this.jdbc
			.sql("insert into recommendations.pairs as known (a, b, count) "
					+ "select a, b, :people from unnest(:a, :b) as pair (a, b) "
					+ "on conflict (a, b) do update set count = known.count + excluded.count")
			.param("people", people)
			.param("a", a)
			.param("b", b)
			.update();
		if (people < 0) {
			this.jdbc
				.sql("delete from recommendations.pairs using unnest(:a, :b) as pair (a, b) "
						+ "where pairs.a = pair.a and pairs.b = pair.b and pairs.count <= 0")
				.param("a", a)
				.param("b", b)
				.update();
		}
	}

	/** All pairs that begin with one of some items, ordered by that. */
	void of(Collection<Integer> items, Told told) {
		this.jdbc.sql("select a, b, count from recommendations.pairs where a = any (:items) order by a")
			.param("items", items.toArray(Integer[]::new))
			.withFetchSize(FETCHED)
			.query((row) -> {
				told.pair(row.getInt("a"), row.getInt("b"), row.getInt("count"));
			});
	}

	/** All pairs of which both are among some items. */
	void among(List<Integer> items, Told told) {
		this.jdbc
			.sql("select a, b, count from recommendations.pairs where a = any (:items) and b = any (:items) and a < b")
			.param("items", items.toArray(Integer[]::new))
			.withFetchSize(FETCHED)
			.query((row) -> {
				told.pair(row.getInt("a"), row.getInt("b"), row.getInt("count"));
			});
	}

}
