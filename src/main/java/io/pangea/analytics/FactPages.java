package io.pangea.analytics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of a timeline as CSV, page by page as somebody reads them, so that neither
 * memory nor a connection is held for the whole of it.
 */
class FactPages implements Enumeration<InputStream> {

	private static final int PAGE = 2000;

	private final JdbcClient jdbc;

	private final Timeline timeline;

	private @Nullable Row last;

	private boolean more = true;

	FactPages(JdbcClient jdbc, Timeline timeline) {
		this.jdbc = jdbc;
		this.timeline = timeline;
	}

	@Override
	public boolean hasMoreElements() {
		return this.more;
	}

	@Override
	public InputStream nextElement() {
		if (!this.more) {
			throw new NoSuchElementException();
		}
		Row before = this.last;
		ByteArrayOutputStream page = new ByteArrayOutputStream();
		if (before == null) {
			page.writeBytes(Csv.line(Csv.names(Row.class)));
		}
		List<Row> rows = this.jdbc.sql("""
				select id, occurred_at, received_at, type, session, person, cast(data as text) as data
				from analytics.facts
				where occurred_at >= cast(:from as timestamptz) and occurred_at < cast(:to as timestamptz)
				and (occurred_at, id) > (cast(:last as timestamptz), :id) order by occurred_at, id limit :page
				""")
			.param("from", (before != null) ? before.occurredAt().toString() : this.timeline.from())
			.param("to", this.timeline.to())
			.param("last", (before != null) ? before.occurredAt().toString() : "-infinity")
			.param("id", (before != null) ? before.id() : new UUID(0, 0))
			.param("page", PAGE)
			.query(Row.class)
			.list();
		rows.forEach((row) -> page.writeBytes(Csv.line(Csv.values(Row.class, row))));
		this.more = rows.size() == PAGE;
		this.last = rows.isEmpty() ? null : rows.getLast();
		return new ByteArrayInputStream(page.toByteArray());
	}

	record Row(UUID id, OffsetDateTime occurredAt, OffsetDateTime receivedAt, String type, @Nullable String session,
			@Nullable UUID person, String data) {

	}

}
