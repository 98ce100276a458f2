package io.pangea.videos;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff says of films, each time in one transaction. */
@Component
@Transactional
class FilmDesk {

	private static final int LONGEST_SLUG = 80;

	private final Films films;

	private final SeriesShelf series;

	private final RequestKeys keys;

	private final JsonMapper json;

	FilmDesk(Films films, SeriesShelf series, RequestKeys keys, JsonMapper json) {
		this.films = films;
		this.series = series;
		this.keys = keys;
		this.json = json;
	}

	/** Adds a film that is to be uploaded; the same one if the key came before. */
	VideoId add(VideoDescription description, String key) {
		check(description);
		String content = this.json.writeValueAsString(description);
		UUID known = this.keys.answer("add", key, content).orElse(null);
		if (known != null) {
			return new VideoId(known);
		}
		VideoId id = VideoId.next();
		String slug = slug(description);
		if (!this.films.add(Film.draft(id, slug, description))) {
			this.films.add(Film.draft(id, slug + "-" + id, description));
		}
		this.keys.remember("add", key, content, id.value());
		return id;
	}

	private static String slug(VideoDescription description) {
		String slug = Slug.of(description.title());
		return (slug.length() > LONGEST_SLUG) ? slug.substring(0, LONGEST_SLUG) : slug;
	}

	void describe(VideoId id, VideoDescription description, long readAt) {
		check(description);
		this.films.change(id, (film) -> film.describe(description, readAt, Instant.now()));
	}

	private void check(VideoDescription description) {
		Availability window = description.availability();
		checkInstant("availability.from", window.from());
		checkInstant("availability.until", window.until());
		if (window.from() != null && window.until() != null && !window.from().isBefore(window.until())) {
			throw new InvalidField("availability.until", "is not after availability.from");
		}
		Episode episode = description.episode();
		if (episode != null) {
			this.series.check(episode.series());
		}
	}

	/** Of an age people and databases understand. */
	private static void checkInstant(String field, @Nullable Instant instant) {
		if (instant != null && (instant.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
				|| instant.isAfter(Instant.parse("2999-12-31T23:59:59Z")))) {
			throw new InvalidField(field, "is not between 1900 and 2999");
		}
	}

}
