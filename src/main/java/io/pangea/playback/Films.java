package io.pangea.playback;

import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was last heard of films: lists show those that are published. */
@Component
class Films {

	private final JdbcClient jdbc;

	Films(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Who may watch a film. */
	record Terms(VideoId video, int minimumAge, VideoAccess access) {

		static Terms of(Video video) {
			return new Terms(video.id(), video.minimumAge(), video.access());
		}

	}

	/** Of a film that can be watched now: as good as heard of. */
	void seen(Video video) {
		publish(Terms.of(video), video.version());
	}

	void on(VideoPublished event) {
		publish(new Terms(event.videoId(), event.minimumAge(), event.access()), event.version());
	}

	/**
	 * What is known already is left alone, or those who open one film at once would wait
	 * for each other.
	 */
	private void publish(Terms terms, long version) {
		this.jdbc.sql("""
				insert into playback.films as f (video, version, published, minimum_age, access)
				select :video, :version, true, :age, :access where not exists (
				    select from playback.films where video = :video
				    and (version > :version or version = :version and published))
				on conflict (video) do update set version = excluded.version, published = true,
				    minimum_age = excluded.minimum_age, access = excluded.access
				where f.version <= excluded.version
				""")
			.param("video", terms.video().value())
			.param("version", version)
			.param("age", terms.minimumAge())
			.param("access", terms.access().name())
			.update();
	}

	void on(VideoWithdrawn event) {
		this.jdbc.sql("""
				insert into playback.films as f (video, version, published) values (:video, :version, false)
				on conflict (video) do update set version = excluded.version, published = false
				where f.version <= excluded.version
				""").param("video", event.videoId().value()).param("version", event.version()).update();
	}

	/** As last heard; of a session's film, so there is something. */
	Terms terms(VideoId video) {
		return this.jdbc.sql("select minimum_age, access from playback.films where video = :video")
			.param("video", video.value())
			.query((row, number) -> new Terms(video, row.getInt("minimum_age"),
					VideoAccess.valueOf(row.getString("access"))))
			.single();
	}

}
