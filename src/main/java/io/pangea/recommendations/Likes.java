package io.pangea.recommendations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who liked what, and how many liked two things: counted as it happens, and each like of
 * each person once, in whatever order and however often it is told.
 */
@Component
class Likes {

	private final JdbcClient jdbc;

	private final ItemRows items;

	private final Pairs pairs;

	private final RecommendationSettings settings;

	Likes(JdbcClient jdbc, ItemRows items, Pairs pairs, RecommendationSettings settings) {
		this.jdbc = jdbc;
		this.items = items;
		this.pairs = pairs;
		this.settings = settings;
	}

	/**
	 * @param person an account, or a guest's order
	 */
	@Transactional
	void add(UUID person, boolean account, List<Like> likes) {
		if (likes.isEmpty() || lock(person, account)) {
			return;
		}
		Map<Item, Integer> numbers = this.items.numbers(likes.stream().map(Like::item).toList());
		Set<Integer> before = liked(person, "true");
		Set<Integer> counted = liked(person, "counted");
		Set<Integer> touched = new HashSet<>(counted);
		touched.addAll(numbers.values());
		this.items.lock(touched);
		List<Integer> fresh = new ArrayList<>();
		for (Like like : likes) {
			int number = numbers.getOrDefault(like.item(), 0);
			boolean counts = counted.size() < this.settings.likes();
			if (save(person, number, like, counts) && counts && before.add(number) && counted.add(number)) {
				fresh.add(number);
				this.items.liked(number, like.at(), this.settings.halfLife());
			}
		}
		this.pairs.add(fresh, counted, 1);
		this.items.touch(touched);
	}

	/** Whether it is new. */
	private boolean save(UUID person, int number, Like like, boolean counts) {
		return this.jdbc.sql("""
				insert into recommendations.likes as known (person, item, how, lasting, counted, at)
				values (:person, :item, :how, :lasting, :counted, :at)
				on conflict (person, item) do update set lasting = known.lasting or excluded.lasting,
				  how = case when excluded.at > known.at then excluded.how else known.how end,
				  at = greatest(excluded.at, known.at)
				returning xmax = 0
				""")
			.param("person", person)
			.param("item", number)
			.param("how", like.how().name())
			.param("lasting", like.lasting())
			.param("counted", counts)
			.param("at", like.at().atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	/** Forgets what a person likes, and what was counted of it. */
	void forget(UUID person) {
		Set<Integer> counted = liked(person, "counted");
		this.items.lock(counted);
		this.pairs.add(counted, counted, -1);
		this.items.forgotten(counted);
		this.items.touch(counted);
		this.jdbc.sql("delete from recommendations.likes where person = :person").param("person", person).update();
	}

	/**
	 * Lets nobody else change what a person likes until the end of the transaction.
	 * @return whether the person opted out
	 */
	boolean lock(UUID person, boolean account) {
		this.jdbc
			.sql("insert into recommendations.people (id, account) values (:id, :account) on conflict (id) do nothing")
			.param("id", person)
			.param("account", account)
			.update();
		return this.jdbc.sql("select opted_out from recommendations.people where id = :id for update")
			.param("id", person)
			.query(Boolean.class)
			.single();
	}

	private Set<Integer> liked(UUID person, String condition) {
		return new HashSet<>(
				this.jdbc.sql("select item from recommendations.likes where person = :person and " + condition)
					.param("person", person)
					.query(Integer.class)
					.list());
	}

	/** What a person likes, latest first. */
	List<LikedItem> of(UUID person) {
		return this.jdbc
			.sql("select item, how, lasting, at from recommendations.likes where person = :person "
					+ "order by at desc, item limit 5000")
			.param("person", person)
			.query((row, number) -> new LikedItem(row.getInt("item"), Like.How.valueOf(row.getString("how")),
					row.getBoolean("lasting"), row.getObject("at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** How many like more than one thing. */
	int people() {
		return this.jdbc
			.sql("select count(*) from (select from recommendations.likes where counted group by person "
					+ "having count(*) > 1) as people")
			.query(Integer.class)
			.single();
	}

	/** Since when some of it changed, to be asked before and after. */
	Instant lastTouched() {
		return this.jdbc.sql("select coalesce(max(touched_at), 'epoch') from recommendations.items")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

}
