package io.pangea.videos;

import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The series there are. */
@Component
@Transactional
class SeriesShelf {

	private static final TypeReference<Map<String, Words>> TRANSLATIONS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	SeriesShelf(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	private RowMapper<Series> rows() {
		return (row, number) -> new Series(row.getString("slug"), row.getString("title"), row.getString("synopsis"),
				this.json.readValue(row.getString("translations"), TRANSLATIONS));
	}

	@Transactional(readOnly = true)
	List<Series> all() {
		return this.jdbc.sql("select * from videos.series order by videos.plain(title), slug").query(rows()).list();
	}

	/**
	 * @throws SeriesNotFound when there is none
	 */
	@Transactional(readOnly = true)
	Series find(String slug) {
		return this.jdbc.sql("select * from videos.series where slug = ?")
			.param(slug)
			.query(rows())
			.optional()
			.orElseThrow(() -> new SeriesNotFound(slug));
	}

	/**
	 * @throws SeriesUnknown when there is none
	 */
	void check(String slug) {
		boolean known = this.jdbc.sql("select exists (select from videos.series where slug = ?)")
			.param(slug)
			.query(Boolean.class)
			.single();
		if (!known) {
			throw new SeriesUnknown(slug);
		}
	}

	Series save(Series series) {
		this.jdbc.sql("""
				insert into videos.series (slug, title, synopsis, translations) values (?, ?, ?, ?::jsonb)
				on conflict (slug) do update set title = excluded.title, synopsis = excluded.synopsis,
					translations = excluded.translations""")
			.params(series.slug(), series.title(), series.synopsis(),
					this.json.writeValueAsString(series.translations()))
			.update();
		this.jdbc.sql("update videos.films set series_words = videos.series_words(series) where series = ?")
			.param(series.slug())
			.update();
		return series;
	}

}
