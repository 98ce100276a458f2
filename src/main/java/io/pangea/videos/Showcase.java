package io.pangea.videos;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.pangea.videos.SeriesGuide.Season;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Films as they are shown. Each question is one statement and needs no transaction, which
 * saves the way to the database that would end it.
 */
@Component
class Showcase {

	private final JdbcClient jdbc;

	private final FilmRows rows;

	private final SeriesShelf series;

	Showcase(JdbcClient jdbc, FilmRows rows, SeriesShelf series) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.series = series;
	}

	/**
	 * @throws VideoNotFound when there is none, or it is not for whoever asks
	 */
	Video find(VideoId id, boolean inside) {
		return one("f.id = ?", id.value(), inside).orElseThrow(() -> new VideoNotFound(id.toString()));
	}

	/**
	 * @throws VideoNotFound when there is none, or it is not for whoever asks
	 */
	Video findBySlug(String slug, boolean inside) {
		return one("f.slug = ?", slug, inside).orElseThrow(() -> new VideoNotFound(slug));
	}

	private Optional<Video> one(String which, Object parameter, boolean inside) {
		return this.jdbc.sql(VideoRows.SELECT + "where " + which + (inside ? "" : " and " + VideoRows.SHOWN))
			.param(parameter)
			.query(new VideoRows(this.rows, inside))
			.optional();
	}

	List<Video> lookup(Collection<VideoId> ids) {
		return this.jdbc.sql(VideoRows.SELECT + "where f.id = any(?) and " + VideoRows.SHOWN)
			.param(ids.stream().map(VideoId::value).toArray(UUID[]::new))
			.query(new VideoRows(this.rows, false))
			.list();
	}

	Video next(VideoId id) {
		return this.jdbc.sql(VideoRows.SELECT + """
				join videos.films seen on seen.id = ? and seen.series = f.series
				where (f.season, f.episode) > (seen.season, seen.episode) and\s""" + VideoRows.SHOWN + """
				order by f.season, f.episode limit 1""")
			.param(id.value())
			.query(new VideoRows(this.rows, false))
			.optional()
			.orElseThrow(() -> new NoNextEpisode(id));
	}

	SeriesGuide guide(String slug) {
		Series found = this.series.find(slug);
		List<Video> episodes = this.jdbc
			.sql(VideoRows.SELECT + "where f.series = ? and " + VideoRows.SHOWN + " order by f.season, f.episode")
			.param(slug)
			.query(new VideoRows(this.rows, false))
			.list();
		return new SeriesGuide(found,
				episodes.stream()
					.collect(Collectors.groupingBy(Showcase::season, TreeMap::new, Collectors.toList()))
					.entrySet()
					.stream()
					.map((season) -> new Season(season.getKey(), season.getValue()))
					.toList());
	}

	private static int season(Video video) {
		return Objects.requireNonNull(video.episode()).season();
	}

}
