package io.pangea.analytics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of a timeline as CSV, page by page as somebody reads them, so that neither
 * memory nor a connection is held for the whole of it.
 */
class FactStream extends InputStream {

	private static final int PAGE = 2000;

	private final JdbcClient jdbc;

	private final Timeline timeline;

	private InputStream page = new ByteArrayInputStream(Csv.line(Csv.names(Row.class)));

	private String lastTime = "-infinity";

	private UUID lastId = new UUID(0, 0);

	private boolean more = true;

	FactStream(JdbcClient jdbc, Timeline timeline) {
		this.jdbc = jdbc;
		this.timeline = timeline;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) == 1) ? one[0] & 0xff : -1;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		int read = this.page.read(into, offset, length);
		while (read < 0 && this.more) {
			this.page = next();
			read = this.page.read(into, offset, length);
		}
		return read;
	}

	private InputStream next() {
		List<Row> rows = this.jdbc.sql("""
				select id, occurred_at, received_at, type, session, person, cast(data as text) as data
				from analytics.facts
				where occurred_at >= greatest(cast(:from as timestamptz), cast(:time as timestamptz))
				and occurred_at < cast(:to as timestamptz) and (occurred_at, id) > (cast(:time as timestamptz), :id)
				order by occurred_at, id limit :page
				""")
			.param("from", this.timeline.from())
			.param("to", this.timeline.to())
			.param("time", this.lastTime)
			.param("id", this.lastId)
			.param("page", PAGE)
			.query(Row.class)
			.list();
		this.more = rows.size() == PAGE;
		ByteArrayOutputStream lines = new ByteArrayOutputStream();
		for (Row row : rows) {
			lines.writeBytes(Csv.line(Csv.values(Row.class, row)));
			this.lastTime = row.occurredAt.toString();
			this.lastId = row.id;
		}
		return new ByteArrayInputStream(lines.toByteArray());
	}

	record Row(UUID id, OffsetDateTime occurredAt, OffsetDateTime receivedAt, String type, @Nullable String session,
			@Nullable UUID person, String data) {

	}

}
