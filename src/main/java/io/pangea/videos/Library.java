package io.pangea.videos;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of the files in the store count: of each film one generation. */
@Component
@Transactional
class Library {

	/** Longer than anybody watches a film. */
	private static final Duration WHILE_WATCHED = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Leftovers leftovers;

	Library(JdbcClient jdbc, JsonMapper json, Leftovers leftovers) {
		this.jdbc = jdbc;
		this.json = json;
		this.leftovers = leftovers;
	}

	/** What counts of a film. */
	record Copy(VideoId videoId, UUID generation, Streams streams) {

		String path(String file) {
			return path(this.videoId, this.generation) + "/" + file;
		}

		static String path(VideoId id, UUID generation) {
			return "media/%s/%s".formatted(id, generation);
		}

	}

	Optional<Copy> find(VideoId id) {
		return this.jdbc.sql("select generation, streams from videos.media where video_id = ?")
			.param(id.value())
			.query((row, number) -> new Copy(id, row.getObject("generation", UUID.class),
					this.json.readValue(row.getString("streams"), Streams.class)))
			.optional();
	}

	/**
	 * From now on this counts, and what counted before is deleted once nobody watches.
	 */
	void replace(Copy copy, long bytes) {
		find(copy.videoId())
			.ifPresent((before) -> this.leftovers.add(Copy.path(copy.videoId(), before.generation()), WHILE_WATCHED));
		this.jdbc.sql("""
				insert into videos.media (video_id, generation, streams, bytes) values (?, ?, ?::jsonb, ?)
				on conflict (video_id) do update set generation = excluded.generation, streams = excluded.streams,
				bytes = excluded.bytes, created_at = now()""")
			.params(copy.videoId().value(), copy.generation(), this.json.writeValueAsString(copy.streams()), bytes)
			.update();
		this.leftovers.keep(Copy.path(copy.videoId(), copy.generation()));
	}

}
