package io.pangea.products;

import java.time.Duration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The imports there were and are: how far they have come, what they refused. */
@Component
@Transactional
class Imports {

	private static final int FIRST_REJECTIONS = 20;

	private final JdbcClient jdbc;

	private final RequestKeys keys;

	Imports(JdbcClient jdbc, RequestKeys keys) {
		this.jdbc = jdbc;
		this.keys = keys;
	}

	/** An import, and whether it has only just been made. */
	record Started(ImportId id, boolean now) {

	}

	/**
	 * A new import, or the one this is a repeat of: by its key, or by a file under way.
	 */
	Started start(String fileName, String contentHash, long bytes, @Nullable String key) {
		Optional<UUID> known = (key != null) ? this.keys.answer("import", key, contentHash)
				: this.keys.whileAlone("import", contentHash, () -> running(contentHash));
		if (known.isPresent()) {
			return new Started(new ImportId(known.get()), false);
		}
		ImportId id = ImportId.next();
		this.jdbc.sql("""
				insert into products.imports (id, status, file_name, content_hash, bytes_total)
				values (?, 'RUNNING', ?, ?, ?)""").params(id.value(), fileName, contentHash, bytes).update();
		if (key != null) {
			this.keys.remember("import", key, contentHash, id.value());
		}
		return new Started(id, true);
	}

	private Optional<UUID> running(String contentHash) {
		return this.jdbc.sql("select id from products.imports where status = 'RUNNING' and content_hash = ? limit 1")
			.param(contentHash)
			.query(UUID.class)
			.optional();
	}

	/** The latest ones, newest first; their ids are ordered by time. */
	@Transactional(readOnly = true)
	List<ProductImport> latest(int limit) {
		return this.jdbc.sql("select * from products.imports order by id desc limit ?")
			.param(limit)
			.query((row, number) -> productImport(row, List.of()))
			.list();
	}

	@Transactional(readOnly = true)
	ProductImport find(ImportId id) {
		List<ProductImport.Rejection> first = rejections(id, 0, FIRST_REJECTIONS);
		return this.jdbc.sql("select * from products.imports where id = ?")
			.param(id.value())
			.query((row, number) -> productImport(row, first))
			.optional()
			.orElseThrow(() -> new ImportNotFound(id));
	}

	private static ProductImport productImport(ResultSet row, List<ProductImport.Rejection> first) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
		return new ProductImport(new ImportId(row.getObject("id", UUID.class)),
				ProductImport.Status.valueOf(row.getString("status")), row.getString("file_name"),
				row.getLong("bytes_total"), row.getLong("bytes_read"), row.getLong("lines"), row.getLong("created"),
				row.getLong("updated"), row.getLong("unchanged"), row.getLong("rejected"), first, started,
				(finished != null) ? finished.toInstant() : null, row.getString("failure"));
	}

	@Transactional(readOnly = true)
	List<ProductImport.Rejection> rejections(ImportId id, long afterLine, int limit) {
		return this.jdbc.sql("""
				select line, reason, detail from products.import_rejections
				where import_id = ? and line > ? order by line limit ?""")
			.params(id.value(), afterLine, limit)
			.query((row, number) -> new ProductImport.Rejection(row.getLong("line"), row.getString("reason"),
					row.getString("detail")))
			.list();
	}

	/** How many lines were refused for each reason, most first. */
	@Transactional(readOnly = true)
	Map<String, Long> reasons(ImportId id) {
		Map<String, Long> reasons = new LinkedHashMap<>();
		this.jdbc.sql("""
				select reason, count(*) as number from products.import_rejections where import_id = ?
				group by reason order by number desc, reason""").param(id.value()).query((row) -> {
			reasons.put(row.getString("reason"), row.getLong("number"));
		});
		return reasons;
	}

	void reject(ImportId id, List<ProductImport.Rejection> rejections) {
		int added = this.jdbc.sql("""
				insert into products.import_rejections (import_id, line, reason, detail)
				select ?, * from unnest(?, ?, ?) on conflict do nothing""")
			.params(id.value(), rejections.stream().map(ProductImport.Rejection::line).toArray(Long[]::new),
					rejections.stream().map(ProductImport.Rejection::reason).toArray(String[]::new),
					rejections.stream().map(ProductImport.Rejection::detail).toArray(String[]::new))
			.update();
		this.jdbc.sql("update products.imports set rejected = rejected + ? where id = ?")
			.params(added, id.value())
			.update();
	}

	void haveRead(ImportId id, long bytes, long lines) {
		this.jdbc.sql("update products.imports set bytes_read = ?, lines = ?, alive_at = now() where id = ?")
			.params(bytes, lines, id.value())
			.update();
	}

	void count(ImportId id, long created, long updated, long unchanged) {
		this.jdbc.sql("""
				update products.imports set created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
					alive_at = now()
				where id = ?""").params(created, updated, unchanged, id.value()).update();
	}

	/** Ends an import that is under way. */
	void end(ImportId id, @Nullable String failure) {
		this.jdbc.sql("""
				update products.imports set status = ?, failure = ?, finished_at = now()
				where id = ? and status = 'RUNNING'""")
			.param((failure != null) ? "FAILED" : "FINISHED")
			.param(failure)
			.param(id.value())
			.update();
		this.jdbc.sql("delete from products.import_lines where import_id = ?").param(id.value()).update();
	}

	void areAlive(Collection<ImportId> ids) {
		this.jdbc.sql("update products.imports set alive_at = now() where id = any(?)")
			.param(ids.stream().map(ImportId::value).toArray(UUID[]::new))
			.update();
	}

	@Transactional(readOnly = true)
	List<ImportId> silentFor(Duration patience) {
		return this.jdbc
			.sql("select id from products.imports where status = 'RUNNING' "
					+ "and alive_at < now() - ? * interval '1 millisecond'")
			.param(patience.toMillis())
			.query((row, number) -> new ImportId(row.getObject("id", UUID.class)))
			.list();
	}

}
