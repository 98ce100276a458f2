package io.pangea.videos;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** A film as a row of {@code videos.films}. */
@Component
class FilmRows implements RowMapper<Film> {

	static final String COLUMNS = """
			f.id, f.slug, f.title, f.original_title, f.synopsis, f.translations, f.genres, f.cast_members, f.year,
			f.minimum_age, f.access, f.series, f.season, f.episode, f.available_from, f.available_until, f.regions,
			f.state, f.failure, f.media, f.announced, f.version""";

	private static final TypeReference<Map<String, Words>> TRANSLATIONS = new TypeReference<>() {
	};

	private static final TypeReference<List<CastMember>> CAST = new TypeReference<>() {
	};

	private final JsonMapper json;

	FilmRows(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Film mapRow(ResultSet row, int number) throws SQLException {
		String media = row.getString("media");
		return new Film(new VideoId(row.getObject("id", UUID.class)), row.getString("slug"), description(row),
				VideoState.valueOf(row.getString("state")), row.getString("failure"),
				(media != null) ? this.json.readValue(media, Media.class) : null, row.getBoolean("announced"),
				row.getLong("version"));
	}

	private VideoDescription description(ResultSet row) throws SQLException {
		return new VideoDescription(row.getString("title"), row.getString("original_title"), row.getString("synopsis"),
				this.json.readValue(row.getString("translations"), TRANSLATIONS), texts(row.getArray("genres")),
				this.json.readValue(row.getString("cast_members"), CAST), row.getInt("year"), row.getInt("minimum_age"),
				VideoAccess.valueOf(row.getString("access")), episode(row),
				new Availability(instant(row, "available_from"), instant(row, "available_until"),
						texts(row.getArray("regions"))));
	}

	private static @Nullable Episode episode(ResultSet row) throws SQLException {
		String series = row.getString("series");
		return (series != null) ? new Episode(series, row.getInt("season"), row.getInt("episode")) : null;
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	MapSqlParameterSource parameters(Film film) {
		VideoDescription it = film.description();
		Episode episode = it.episode();
		return new MapSqlParameterSource().addValue("id", film.id().value())
			.addValue("slug", film.slug())
			.addValue("state", film.state().name())
			.addValue("failure", film.failure())
			.addValue("media", (film.media() != null) ? this.json.writeValueAsString(film.media()) : null)
			.addValue("announced", film.announced())
			.addValue("version", film.version())
			.addValue("title", it.title())
			.addValue("originalTitle", it.originalTitle())
			.addValue("synopsis", it.synopsis())
			.addValue("translations", this.json.writeValueAsString(it.translations()))
			.addValue("genres", it.genres().toArray(String[]::new))
			.addValue("cast", this.json.writeValueAsString(it.cast()))
			.addValue("year", it.year())
			.addValue("minimumAge", it.minimumAge())
			.addValue("access", it.access().name())
			.addValue("series", (episode != null) ? episode.series() : null)
			.addValue("season", (episode != null) ? episode.season() : null)
			.addValue("episode", (episode != null) ? episode.number() : null)
			.addValue("from", time(it.availability().from()))
			.addValue("until", time(it.availability().until()))
			.addValue("regions", it.availability().regions().toArray(String[]::new));
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
