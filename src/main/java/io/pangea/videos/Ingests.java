package io.pangea.videos;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Films to be made ready, and who is at it. */
@Component
@Transactional
class Ingests {

	/** What kills its worker so often is not tried again by itself. */
	private static final int ATTEMPTS = 3;

	private final JdbcClient jdbc;

	private final Lifecycle lifecycle;

	private final Library library;

	private final Subtitles subtitles;

	private final Uploads uploads;

	private final VideoSettings settings;

	Ingests(JdbcClient jdbc, Lifecycle lifecycle, Library library, Subtitles subtitles, Uploads uploads,
			VideoSettings settings) {
		this.jdbc = jdbc;
		this.lifecycle = lifecycle;
		this.library = library;
		this.subtitles = subtitles;
		this.uploads = uploads;
		this.settings = settings;
	}

	/**
	 * A film somebody works on.
	 *
	 * @param generation of what is made; who comes later has another
	 */
	record Claim(VideoId videoId, UUID uploadId, UUID generation, int attempts) {

		boolean isHopeless() {
			return this.attempts > ATTEMPTS;
		}

	}

	Optional<Ingest> find(VideoId id) {
		return this.jdbc.sql("select status, percent, failure from videos.ingests where video_id = ?")
			.param(id.value())
			.query((row, number) -> new Ingest(Ingest.Status.valueOf(row.getString("status")), row.getInt("percent"),
					row.getString("failure")))
			.optional();
	}

	/** Publishes it, too, once it is ready. */
	void queueDemo(VideoId id, UUID upload) {
		queue(id, upload, 1);
		this.jdbc.sql("update videos.ingests set publish = true where video_id = ?").param(id.value()).update();
	}

	/** The highest priority is 0. */
	Ingest queue(VideoId id, UUID upload, int priority) {
		this.lifecycle.transcoding(id);
		this.uploads.touch(upload);
		this.jdbc
			.sql("""
					insert into videos.ingests (video_id, upload_id, status, priority) values (?, ?, 'QUEUED', ?)
					on conflict (video_id) do update set upload_id = excluded.upload_id, status = 'QUEUED', percent = 0,
					failure = null, priority = excluded.priority, publish = false, attempts = 0, generation = null, queued_at = now()""")
			.params(id.value(), upload, priority)
			.update();
		return find(id).orElseThrow();
	}

	/** Takes the next film up, or one whose worker is no more. */
	Optional<Claim> claim() {
		return this.jdbc.sql("""
				update videos.ingests set status = 'RUNNING', percent = 0, attempts = attempts + 1, generation = ?,
				alive_at = now() where video_id = (select video_id from videos.ingests where status = 'QUEUED'
				or status = 'RUNNING' and alive_at < now() - ? * interval '1 millisecond'
				order by priority, queued_at limit 1 for update skip locked)
				returning video_id, upload_id, generation, attempts""")
			.params(UUID.randomUUID(), this.settings.ingest().patience().toMillis())
			.query((row, number) -> new Claim(new VideoId(row.getObject("video_id", UUID.class)),
					row.getObject("upload_id", UUID.class), row.getObject("generation", UUID.class),
					row.getInt("attempts")))
			.optional();
	}

	/** Says that a worker lives, and how far it is; false when it lost its claim. */
	boolean isMine(Claim claim, int percent) {
		return this.jdbc
			.sql("update videos.ingests set alive_at = now(), percent = ? where video_id = ? and generation = ? "
					+ "and status = 'RUNNING'")
			.params(percent, claim.videoId().value(), claim.generation())
			.update() == 1;
	}

	/** Another instance may go on at once. */
	void giveBack(Claim claim) {
		this.jdbc
			.sql("update videos.ingests set status = 'QUEUED', attempts = attempts - 1 where video_id = ? "
					+ "and generation = ? and status = 'RUNNING'")
			.params(claim.videoId().value(), claim.generation())
			.update();
	}

	void fail(Claim claim, String reason) {
		if (end(claim, "FAILED", reason)) {
			this.lifecycle.failed(claim.videoId(), reason);
		}
	}

	/** What was made counts from now on, unless another worker took over. */
	boolean complete(Claim claim, Transcoder.Result made, long bytes) {
		if (!end(claim, "DONE", null)) {
			return false;
		}
		VideoId id = claim.videoId();
		this.library.replace(new Library.Copy(id, claim.generation(), made.streams()), bytes);
		this.subtitles.saveEmbedded(id, made.texts());
		this.uploads.drop(id);
		this.lifecycle.ready(id, () -> media(claim, made.streams()));
		if (this.jdbc.sql("select publish from videos.ingests where video_id = ?")
			.param(id.value())
			.query(Boolean.class)
			.single()) {
			this.lifecycle.publish(id);
		}
		return true;
	}

	private boolean end(Claim claim, String status, @Nullable String failure) {
		return this.jdbc
			.sql("update videos.ingests set status = ?, failure = ?, percent = ? where video_id = ? "
					+ "and generation = ? and status = 'RUNNING'")
			.param(status)
			.param(failure)
			.param((failure != null) ? 0 : 100)
			.param(claim.videoId().value())
			.param(claim.generation())
			.update() == 1;
	}

	private Media media(Claim claim, Streams streams) {
		VideoId id = claim.videoId();
		return new Media((int) Math.round(streams.seconds()),
				streams.pictures().stream().map((it) -> new Media.Rendition(it.width(), it.height())).toList(),
				streams.sounds().stream().map(Streams.Sound::language).distinct().toList(),
				this.subtitles.languages(id), picture(claim, "poster.jpg"), picture(claim, "backdrop.jpg"),
				picture(claim, "sprite.vtt"));
	}

	private static String picture(Claim claim, String file) {
		return VideoMediaDesk.address(claim.videoId(), claim.generation(), file);
	}

}
