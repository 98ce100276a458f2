package io.pangea.analytics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports for spreadsheets. */
@Component
class Exports {

	private static final int ALL_FILMS = 1_000_000;

	private final JdbcClient jdbc;

	private final SalesReport sales;

	private final FunnelReport funnel;

	private final ViewingReport viewing;

	private final RecommendationReport recommendations;

	Exports(JdbcClient jdbc, SalesReport sales, FunnelReport funnel, ViewingReport viewing,
			RecommendationReport recommendations) {
		this.jdbc = jdbc;
		this.sales = sales;
		this.funnel = funnel;
		this.viewing = viewing;
		this.recommendations = recommendations;
	}

	InputStream of(Report report, Timeline timeline) {
		return switch (report) {
			case SALES -> table(Sales.class, this.sales.over(timeline));
			case FUNNEL -> table(Funnel.class, this.funnel.over(timeline));
			case VIEWING -> table(Viewing.class, this.viewing.over(timeline));
			case FILMS -> table(FilmViewing.class, this.viewing.films(timeline, ALL_FILMS));
			case RECOMMENDATIONS -> table(RecommendationUse.class, this.recommendations.over(timeline));
			case FACTS -> new FactStream(this.jdbc, timeline);
		};
	}

	/** There are not more rows than periods, currencies or films. */
	private static <T> InputStream table(Class<T> type, List<T> rows) {
		ByteArrayOutputStream table = new ByteArrayOutputStream();
		table.writeBytes(Csv.line(Csv.names(type)));
		rows.forEach((row) -> table.writeBytes(Csv.line(Csv.values(type, row))));
		return new ByteArrayInputStream(table.toByteArray());
	}

}
