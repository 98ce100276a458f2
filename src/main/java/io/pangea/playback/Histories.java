package io.pangea.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far accounts got in which films. */
@Component
class Histories {

	private final JdbcClient jdbc;

	Histories(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of two devices the one that was watched last says where it stands, whichever is
	 * heard first; watched once stays watched.
	 */
	void note(AccountId account, StoredSession session, Instant at) {
		Reach reach = new Reach(session.meter().position(), session.seconds());
		boolean through = new Reach(session.meter().furthest(), session.seconds()).through();
		this.jdbc.sql("""
				insert into playback.progress as p (account, video, position, resume, seconds, watched, heard_at)
				values (:account, :video, :position, :resume, :seconds, :watched, :at)
				on conflict (account, video) do update set watched = p.watched or excluded.watched,
				    position = case when excluded.heard_at >= p.heard_at then excluded.position else p.position end,
				    resume = case when excluded.heard_at >= p.heard_at then excluded.resume else p.resume end,
				    seconds = case when excluded.heard_at >= p.heard_at then excluded.seconds else p.seconds end,
				    heard_at = greatest(excluded.heard_at, p.heard_at)
				""")
			.param("account", account.value())
			.param("video", session.video().value())
			.param("position", reach.position())
			.param("resume", reach.resume())
			.param("seconds", reach.seconds())
			.param("watched", through)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<Progress> of(@Nullable AccountId account, VideoId video) {
		if (account == null) {
			return Optional.empty();
		}
		return this.jdbc.sql("select * from playback.progress where account = :account and video = :video")
			.param("account", account.value())
			.param("video", video.value())
			.query(Histories::progress)
			.optional();
	}

	/** Last watched first, of what is published. */
	ProgressPage page(AccountId account, boolean unfinished, Cursor after, int limit) {
		List<Progress> found = this.jdbc.sql("""
				select p.* from playback.progress p join playback.films f using (video)
				where p.account = :account and f.published and (p.resume > 0 or not :unfinished)
				and (p.heard_at, p.video) < (:at, :after) order by p.heard_at desc, p.video desc limit :limit
				""")
			.param("account", account.value())
			.param("unfinished", unfinished)
			.param("at", after.time())
			.param("after", after.video())
			.param("limit", limit + 1)
			.query(Histories::progress)
			.list();
		if (found.size() <= limit) {
			return new ProgressPage(found, null);
		}
		Progress last = found.get(limit - 1);
		return new ProgressPage(found.subList(0, limit), Cursor.after(last.heardAt(), last.videoId()));
	}

	/** All of it, or one film. */
	void forget(AccountId account, @Nullable VideoId video) {
		this.jdbc
			.sql("delete from playback.progress where account = :account and (:video::uuid is null or video = :video)")
			.param("account", account.value())
			.param("video", (video != null) ? video.value() : null, java.sql.Types.OTHER)
			.update();
	}

	private static Progress progress(ResultSet row, int number) throws SQLException {
		return new Progress(new VideoId(row.getObject("video", UUID.class)), row.getInt("position"),
				row.getInt("resume"), row.getInt("seconds"), row.getBoolean("watched"),
				row.getObject("heard_at", OffsetDateTime.class).toInstant());
	}

}
