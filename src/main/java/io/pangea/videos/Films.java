package io.pangea.videos;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The films there are: kept, changed and told of in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Films {

	private static final String INSERT = """
			insert into videos.films (id, slug, title, original_title, synopsis, translations, genres, cast_members,
				year, minimum_age, access, series, series_words, season, episode, available_from, available_until,
				regions, state, failure, media, announced, version)
			values (:id, :slug, :title, :originalTitle, :synopsis, :translations::jsonb, :genres, :cast::jsonb,
				:year, :minimumAge, :access, :series, videos.series_words(:series), :season, :episode, :from, :until,
				:regions, :state, :failure, :media::jsonb, :announced, :version)
			on conflict (slug) do nothing""";

	private static final String UPDATE = """
			update videos.films set title = :title, original_title = :originalTitle, synopsis = :synopsis,
				translations = :translations::jsonb, genres = :genres, cast_members = :cast::jsonb, year = :year,
				minimum_age = :minimumAge, access = :access, series = :series,
				series_words = videos.series_words(:series), season = :season, episode = :episode,
				available_from = :from, available_until = :until, regions = :regions, state = :state,
				failure = :failure, media = :media::jsonb, announced = :announced, version = :version,
				updated_at = now()
			where id = :id""";

	private final JdbcClient jdbc;

	private final FilmRows rows;

	private final ApplicationEventPublisher events;

	Films(JdbcClient jdbc, FilmRows rows, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.events = events;
	}

	/**
	 * @return whether its slug was free
	 */
	boolean add(Film film) {
		return store(INSERT, film);
	}

	/** Changes a film that nobody else changes in the meantime. */
	Film change(VideoId id, Consumer<Film> change) {
		Film film = this.jdbc.sql("select " + FilmRows.COLUMNS + " from videos.films f where f.id = ? for update")
			.param(id.value())
			.query(this.rows)
			.optional()
			.orElseThrow(() -> new VideoNotFound(id.toString()));
		change.accept(film);
		store(UPDATE, film);
		return film;
	}

	private boolean store(String sql, Film film) {
		boolean stored;
		try {
			stored = this.jdbc.sql(sql).paramSource(this.rows.parameters(film)).update() > 0;
		}
		catch (DuplicateKeyException ex) {
			Episode episode = film.description().episode();
			if (episode == null) {
				throw ex;
			}
			throw new EpisodeTaken(episode);
		}
		film.events().forEach(this.events::publishEvent);
		return stored;
	}

	/** Films whose window opened or closed and nobody was told. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	List<VideoId> overdue(int most) {
		return this.jdbc.sql("""
				select f.id from videos.films f
				where f.state = 'PUBLISHED' and (f.available_from is not null or f.available_until is not null)
					and f.announced <> videos.available(f.available_from, f.available_until)
				limit ?""").param(most).query((row, number) -> new VideoId(row.getObject(1, UUID.class))).list();
	}

}
