package io.pangea.videos;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far uploads have come. */
@Component
@Transactional
class Uploads {

	/** Longer than a request may take that stores a part. */
	private static final Duration WHILE_STORED = Duration.ofHours(1);

	private static final int BATCH = 100;

	private final JdbcClient jdbc;

	private final Leftovers leftovers;

	private final Lifecycle lifecycle;

	private final VideoSettings settings;

	Uploads(JdbcClient jdbc, Leftovers leftovers, Lifecycle lifecycle, VideoSettings settings) {
		this.jdbc = jdbc;
		this.leftovers = leftovers;
		this.lifecycle = lifecycle;
		this.settings = settings;
	}

	/**
	 * One upload.
	 *
	 * @param refusal why it was refused when it was finished
	 */
	record State(UUID id, VideoId videoId, long size, @Nullable String checksum, long stored, boolean finished,
			@Nullable String refusal) {

		boolean isFor(NewUpload upload) {
			return !this.finished && this.size == upload.size() && Objects.equals(this.checksum, upload.checksum());
		}

		String prefix() {
			return prefix(this.id);
		}

		private static String prefix(UUID id) {
			return "uploads/" + id;
		}

	}

	/** Some bytes of an upload, in the store. */
	record Part(long start, long size, String checksum, String path) {

	}

	State start(VideoId id, NewUpload upload) {
		if (upload.size() > this.settings.largestUpload().toBytes()) {
			throw new UploadTooLarge(this.settings.largestUpload().toBytes());
		}
		this.lifecycle.uploading(id);
		State known = find(id).orElse(null);
		if (known != null && known.isFor(upload)) {
			return known;
		}
		drop(id);
		// One after the other, or two would both find room that is enough for one.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('videos.quota', 0))").query().listOfRows();
		long left = this.settings.quota().toBytes() - taken();
		if (upload.size() > left) {
			throw new UploadTooLarge(Math.max(0, left));
		}
		this.jdbc.sql("insert into videos.uploads (video_id, id, size, checksum) values (?, ?, ?, ?)")
			.param(id.value())
			.param(UUID.randomUUID())
			.param(upload.size())
			.param(upload.checksum())
			.update();
		return get(id);
	}

	private long taken() {
		return this.jdbc.sql("""
				select coalesce((select sum(size) from videos.uploads), 0)
				+ coalesce((select sum(bytes) from videos.media), 0)""").query(Long.class).single();
	}

	Optional<State> find(VideoId id) {
		return this.jdbc.sql("select * from videos.uploads where video_id = ? for update")
			.param(id.value())
			.query((row, number) -> new State(row.getObject("id", UUID.class), id, row.getLong("size"),
					row.getString("checksum"), row.getLong("stored"), row.getTimestamp("finished_at") != null,
					row.getString("refusal")))
			.optional();
	}

	State get(VideoId id) {
		return find(id).orElseThrow(() -> new UploadNotFound(id));
	}

	/** Where a part may be written to; it is gone after a while unless it is added. */
	String newPath(State upload, long start) {
		String path = "%s/%d-%s".formatted(upload.prefix(), start, UUID.randomUUID());
		this.leftovers.add(path, WHILE_STORED);
		return path;
	}

	State add(VideoId id, Part part) {
		State upload = get(id);
		if (upload.stored() != part.start() || !part.path().startsWith(upload.prefix())) {
			return repeated(upload, part);
		}
		this.jdbc.sql("insert into videos.upload_parts (upload_id, start, size, checksum, path) values (?, ?, ?, ?, ?)")
			.params(upload.id(), part.start(), part.size(), part.checksum(), part.path())
			.update();
		this.jdbc.sql("update videos.uploads set stored = stored + ?, changed_at = now() where id = ?")
			.params(part.size(), upload.id())
			.update();
		this.leftovers.keep(part.path());
		return get(id);
	}

	/** A part once more that is stored already. */
	private State repeated(State upload, Part part) {
		if (parts(upload.id()).stream()
			.noneMatch((it) -> it.start() == part.start() && it.checksum().equals(part.checksum()))) {
			throw new UploadOffsetWrong(upload.stored());
		}
		return upload;
	}

	List<Part> parts(UUID upload) {
		return this.jdbc
			.sql("select start, size, checksum, path from videos.upload_parts where upload_id = ? " + "order by start")
			.param(upload)
			.query((row, number) -> new Part(row.getLong("start"), row.getLong("size"), row.getString("checksum"),
					row.getString("path")))
			.list();
	}

	void finish(State upload) {
		this.jdbc.sql("update videos.uploads set finished_at = now(), changed_at = now() where id = ?")
			.param(upload.id())
			.update();
	}

	void refuse(State upload, String reason) {
		this.jdbc.sql("update videos.uploads set finished_at = now(), changed_at = now(), refusal = ? where id = ?")
			.params(reason, upload.id())
			.update();
		this.lifecycle.failed(upload.videoId(), reason);
	}

	/** Somebody wants something to become of it once more. */
	void touch(UUID upload) {
		this.jdbc.sql("update videos.uploads set changed_at = now() where id = ?").param(upload).update();
	}

	/** Drops what never came to an end, was refused, or could not be made ready. */
	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
	@SchedulerLock(name = "videos.uploads")
	void dropOld() {
		this.jdbc
			.sql("""
					select u.video_id from videos.uploads u where u.changed_at < now() - :kept * interval '1 millisecond'
					and not exists (select from videos.ingests i where i.upload_id = u.id and (i.status in ('QUEUED', 'RUNNING')
						or i.alive_at >= now() - :kept * interval '1 millisecond'))
					order by u.changed_at limit :batch for update of u skip locked""")
			.param("kept", this.settings.sourceKept().toMillis())
			.param("batch", BATCH)
			.query(UUID.class)
			.list()
			.forEach((id) -> drop(new VideoId(id)));
	}

	/** Nothing of an upload is needed any more. */
	void drop(VideoId id) {
		find(id).ifPresent((upload) -> {
			this.jdbc.sql("delete from videos.upload_parts where upload_id = ?").param(upload.id()).update();
			this.jdbc.sql("delete from videos.uploads where id = ?").param(upload.id()).update();
			this.leftovers.add(upload.prefix(), WHILE_STORED);
		});
	}

}
