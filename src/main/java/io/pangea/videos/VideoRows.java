package io.pangea.videos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.springframework.jdbc.core.RowMapper;

/** Films with their ratings, as they are shown to others or to those who work on them. */
record VideoRows(FilmRows films, boolean inside) implements RowMapper<Video> {

	static final String COLUMNS = FilmRows.COLUMNS + ", coalesce(r.count, 0) as ratings, coalesce(r.sum, 0) as stars";

	static final String FROM = " from videos.films f left join videos.rating_totals r on r.video_id = f.id ";

	static final String SELECT = "select " + COLUMNS + FROM;

	/** What everybody may see. */
	static final String SHOWN = "f.state = 'PUBLISHED' and videos.available(f.available_from, f.available_until)";

	@Override
	public Video mapRow(ResultSet row, int number) throws SQLException {
		return Objects.requireNonNull(this.films.mapRow(row, number))
			.toVideo(Ratings.of(row.getInt("ratings"), row.getInt("stars")), this.inside);
	}

}
