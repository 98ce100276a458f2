package io.pangea.videos;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want to watch. */
@Component
@Transactional
class Watchlist {

	private static final String PAGE = "select " + VideoRows.COLUMNS + ", w.added_at" + VideoRows.FROM
			+ " join videos.watchlist w on w.video_id = f.id where w.account = :account and " + VideoRows.SHOWN
			+ " and (w.added_at, f.id) < (cast(:at as timestamptz), cast(:id as uuid))"
			+ " order by w.added_at desc, f.id desc limit :limit";

	private static final Cursor BEGINNING = new Cursor("infinity", new UUID(-1, -1));

	private final JdbcClient jdbc;

	private final FilmRows rows;

	Watchlist(JdbcClient jdbc, FilmRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** A film and when it was put on the list. */
	private record Entry(Video video, Instant addedAt) {

	}

	@Transactional(readOnly = true)
	VideoPage page(AccountId account, @Nullable String cursor, int limit) {
		Cursor from = (cursor != null) ? Cursor.parse(cursor, account) : BEGINNING;
		VideoRows videos = new VideoRows(this.rows, false);
		List<Entry> entries = this.jdbc.sql(PAGE)
			.param("account", account.value())
			.param("at", from.key())
			.param("id", from.id())
			.param("limit", limit + 1)
			.query((row, number) -> new Entry(Objects.requireNonNull(videos.mapRow(row, number)),
					row.getObject("added_at", OffsetDateTime.class).toInstant()))
			.list();
		return new VideoPage(entries.stream().limit(limit).map(Entry::video).toList(), List.of(),
				next(account, entries, limit));
	}

	private static @Nullable String next(AccountId account, List<Entry> entries, int limit) {
		if (entries.size() <= limit) {
			return null;
		}
		Entry last = entries.get(limit - 1);
		return new Cursor(last.addedAt().toString(), last.video().id().value()).text(account);
	}

	void keep(AccountId account, VideoId id) {
		this.jdbc.sql("insert into videos.watchlist (account, video_id) values (?, ?) on conflict do nothing")
			.params(account.value(), id.value())
			.update();
	}

	void drop(AccountId account, VideoId id) {
		this.jdbc.sql("delete from videos.watchlist where account = ? and video_id = ?")
			.params(account.value(), id.value())
			.update();
	}

	@Transactional(readOnly = true)
	boolean has(AccountId account, VideoId id) {
		return this.jdbc.sql("select exists (select from videos.watchlist where account = ? and video_id = ?)")
			.params(account.value(), id.value())
			.query(Boolean.class)
			.single();
	}

	void erase(AccountId account) {
		this.jdbc.sql("delete from videos.watchlist where account = ?").param(account.value()).update();
	}

}
