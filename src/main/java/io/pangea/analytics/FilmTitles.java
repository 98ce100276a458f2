package io.pangea.analytics;

import io.pangea.videos.VideoPublished;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What films are called, as last published. */
@Component
class FilmTitles {

	private final JdbcClient jdbc;

	FilmTitles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void remember(VideoPublished event) {
		this.jdbc.sql("""
				insert into analytics.films as known (id, title, version) values (:id, :title, :version)
				on conflict (id) do update set title = excluded.title, version = excluded.version
				where known.version < excluded.version
				""")
			.param("id", event.videoId().value())
			.param("title", event.title())
			.param("version", event.version())
			.update();
	}

}
