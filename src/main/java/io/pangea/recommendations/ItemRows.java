package io.pangea.recommendations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The items there are. Of facts about one item that come in any order the latest counts.
 */
@Component
class ItemRows {

	private final JdbcClient jdbc;

	ItemRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The numbers of items; what is liked may not be known yet. */
	Map<Item, Integer> numbers(Collection<Item> items) {
		Map<Item, Integer> numbers = new LinkedHashMap<>();
		items.stream()
			.distinct()
			.sorted(Comparator.comparing(Item::kind).thenComparing(Item::id))
			.forEach((item) -> numbers.put(item, number(item)));
		return numbers;
	}

	/** Burns no number for an item that has one. */
	private int number(Item item) {
		this.jdbc
			.sql("insert into recommendations.items (kind, id) select :kind, :id where not exists "
					+ "(select from recommendations.items where kind = :kind and id = :id) on conflict do nothing")
			.param("kind", item.kind().name())
			.param("id", item.id())
			.update();
		return this.jdbc.sql("select number from recommendations.items where kind = :kind and id = :id")
			.param("kind", item.kind().name())
			.param("id", item.id())
			.query(Integer.class)
			.single();
	}

	void show(Item item, long revision, int minimumAge, List<String> genres) {
		this.jdbc.sql("""
				update recommendations.items set shown = true, revision = :revision, minimum_age = :minimumAge,
				  genres = :genres, touched_at = clock_timestamp()
				where number = :number and revision < :revision
				""")
			.param("number", number(item))
			.param("revision", revision)
			.param("minimumAge", minimumAge)
			.param("genres", genres.toArray(String[]::new))
			.update();
	}

	void hide(Item item, long revision) {
		this.jdbc
			.sql("update recommendations.items set shown = false, revision = :revision, "
					+ "touched_at = clock_timestamp() where number = :number and revision < :revision")
			.param("number", number(item))
			.param("revision", revision)
			.update();
	}

	/** Locks items, in one order for all who do. */
	void lock(Collection<Integer> numbers) {
		this.jdbc
			.sql("select number from recommendations.items where number = any (:numbers) order by number for update")
			.param("numbers", numbers.toArray(Integer[]::new))
			.query(Integer.class)
			.list();
	}

	/** One more likes an item. */
	void liked(int number, Instant at, Duration halfLife) {
		this.jdbc.sql("""
				update recommendations.items set people = people + 1,
				  popularity = popularity * power(0.5, least(1000, greatest(0,
				      extract(epoch from :at - popular_at)::double precision / :halfLife)))
				    + power(0.5, least(1000, greatest(0,
				      extract(epoch from popular_at - :at)::double precision / :halfLife))),
				  popular_at = greatest(popular_at, :at)
				where number = :number
				""")
			.param("number", number)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("halfLife", halfLife.toSeconds())
			.update();
	}

	/** One fewer likes each of some items. How popular they were fades by itself. */
	void forgotten(Collection<Integer> numbers) {
		this.jdbc.sql("update recommendations.items set people = people - 1 where number = any (:numbers)")
			.param("numbers", numbers.toArray(Integer[]::new))
			.update();
	}

	/** What is kept in memory of some items changed. */
	void touch(Collection<Integer> numbers) {
		this.jdbc.sql("update recommendations.items set touched_at = clock_timestamp() where number = any (:numbers)")
			.param("numbers", numbers.toArray(Integer[]::new))
			.update();
	}

	static Item item(String kind, UUID id) {
		return new Item(ItemKind.valueOf(kind), id);
	}

}
