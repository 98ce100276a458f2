package io.pangea.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what recommendations are made from in memory, and up to date: what was touched is
 * read again, and a new model as soon as it is there.
 */
@Component
class Memory {

	/** For so long a transaction may have been open that touched something. */
	private static final Duration OPEN = Duration.ofSeconds(30);

	/** So many items are read at once. */
	private static final int BATCH = 1000;

	private final JdbcClient jdbc;

	private final Pairs pairs;

	private final ModelRows models;

	private final RecommendationSettings settings;

	private final TransactionOperations transactions;

	private volatile Knowledge known = new Knowledge(new ConcurrentHashMap<>(), new Entry[0], new int[0],
			Neighbours.NONE, Neighbours.NONE, new ModelState(0, null, 0, 0, 0, 0));

	private Instant seen = Instant.EPOCH;

	Memory(JdbcClient jdbc, Pairs pairs, ModelRows models, RecommendationSettings settings,
			TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.pairs = pairs;
		this.models = models;
		this.settings = settings;
		this.transactions = transactions;
	}

	Knowledge known() {
		return this.known;
	}

	@Scheduled(fixedDelayString = "${pangea.recommendations.refresh-interval:1s}")
	synchronized void refresh() {
		List<Entry> touched = touched().stream().filter(this::isNew).toList();
		if (!touched.isEmpty()) {
			Knowledge changed = this.known.with(touched);
			for (int i = 0; i < touched.size(); i += BATCH) {
				List<Entry> batch = touched.subList(i, Math.min(i + BATCH, touched.size()));
				changed = changed.together(together(changed, batch.stream().map(Entry::number).toList()));
			}
			this.known = changed;
			this.seen = touched.getLast().touchedAt();
		}
		ModelState newest = this.models.newest();
		if (newest.version() != this.known.state().version()) {
			this.known = this.known.trained(newest,
					this.transactions.execute((transaction) -> this.models.rows(newest.version())));
		}
	}

	private boolean isNew(Entry entry) {
		Entry before = this.known.entry(entry.number());
		return before == null || !before.touchedAt().equals(entry.touchedAt());
	}

	private List<Entry> touched() {
		return this.jdbc.sql("select * from recommendations.items where touched_at > :since order by touched_at")
			.param("since", this.seen.minus(OPEN).atOffset(ZoneOffset.UTC))
			.query(this::entry)
			.list();
	}

	private Entry entry(ResultSet row, int number) throws SQLException {
		double popularity = row.getDouble("popularity");
		Instant popularAt = row.getObject("popular_at", OffsetDateTime.class).toInstant();
		double trend = Math.log(popularity) / Math.log(2)
				+ popularAt.getEpochSecond() / (double) this.settings.halfLife().toSeconds();
		return new Entry(row.getInt("number"), ItemRows.item(row.getString("kind"), row.getObject("id", UUID.class)),
				row.getBoolean("shown"), row.getInt("minimum_age"),
				Set.copyOf(List.of((String[]) row.getArray("genres").getArray())), row.getInt("people"), trend,
				row.getObject("touched_at", OffsetDateTime.class).toInstant());
	}

	/** What goes with each of some items. */
	private Map<Integer, Row> together(Knowledge now, List<Integer> items) {
		Map<Integer, Row> rows = new HashMap<>();
		items.forEach((item) -> rows.put(item, Row.EMPTY));
		var one = new Object() {

			private final Best best = new Best(Memory.this.settings.neighbours());

			private int item;

			void pair(int a, int b, int count) {
				if (a != this.item) {
					end();
					this.item = a;
				}
				this.best.add(b, Cosine.of(count, people(now, a), people(now, b)));
			}

			void end() {
				Row row = this.best.take();
				if (row.size() > 0) {
					rows.put(this.item, row);
				}
			}

		};
		this.transactions.executeWithoutResult((transaction) -> this.pairs.of(items, one::pair));
		one.end();
		return rows;
	}

	private static int people(Knowledge now, int item) {
		Entry entry = now.entry(item);
		return (entry != null) ? Math.max(1, entry.people()) : 1;
	}

}
