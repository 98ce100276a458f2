package io.pangea.recommendations;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models that were trained. A model is there as a whole or not at all. */
@Component
class ModelRows {

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	ModelRows(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Adds a model and forgets all but the one before, which may just be being read. */
	@Transactional
	long add(Map<Integer, Row> rows, int people, Instant trainedAt, long milliseconds) {
		long version = this.jdbc
			.sql("insert into recommendations.models (trained_at, items, people, milliseconds) "
					+ "values (:trainedAt, :items, :people, :milliseconds) returning version")
			.param("trainedAt", trainedAt.atOffset(ZoneOffset.UTC))
			.param("items", rows.size())
			.param("people", people)
			.param("milliseconds", milliseconds)
			.query(Long.class)
			.single();
		this.batches.batchUpdate(
				"insert into recommendations.neighbours (model, item, others, weights) values (?, ?, ?, ?)",
				List.copyOf(rows.entrySet()), BATCH, (statement, row) -> {
					statement.setLong(1, version);
					statement.setInt(2, row.getKey());
					statement.setObject(3, row.getValue().items());
					statement.setObject(4, row.getValue().weights());
				});
		this.jdbc
			.sql("delete from recommendations.models where version not in "
					+ "(select version from recommendations.models order by version desc limit 2)")
			.update();
		return version;
	}

	/** What the newest model is; version 0 when there is none. */
	ModelState newest() {
		return this.jdbc.sql("select * from recommendations.models order by version desc limit 1")
			.query((row, number) -> new ModelState(row.getLong("version"),
					row.getObject("trained_at", OffsetDateTime.class).toInstant(), row.getInt("items"),
					row.getInt("people"), row.getLong("milliseconds"), 0))
			.optional()
			.orElse(new ModelState(0, null, 0, 0, 0, 0));
	}

	Map<Integer, Row> rows(long version) {
		Map<Integer, Row> rows = new HashMap<>();
		this.jdbc.sql("select item, others, weights from recommendations.neighbours where model = :version")
			.param("version", version)
			.withFetchSize(BATCH)
			.query((row) -> {
				rows.put(row.getInt("item"), new Row(ints(row.getArray("others")), floats(row.getArray("weights"))));
			});
		return rows;
	}

	private static int[] ints(Array array) throws SQLException {
		Integer[] boxed = (Integer[]) array.getArray();
		int[] values = new int[boxed.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = boxed[i];
		}
		return values;
	}

	private static float[] floats(Array array) throws SQLException {
		Float[] boxed = (Float[]) array.getArray();
		float[] values = new float[boxed.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = boxed[i];
		}
		return values;
	}

}
