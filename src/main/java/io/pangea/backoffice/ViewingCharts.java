package io.pangea.backoffice;

import java.util.List;
import java.util.function.Function;

import io.pangea.analytics.Analytics;
import io.pangea.analytics.FilmViewing;
import io.pangea.analytics.RetentionStep;
import io.pangea.analytics.Viewers;
import io.pangea.analytics.Viewing;
import io.pangea.backoffice.Chart.Line;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What was watched, in pictures. */
@Component
class ViewingCharts {

	private static final int FILMS = 25;

	private final Analytics analytics;

	private final PageParts parts;

	ViewingCharts(Analytics analytics, PageParts parts) {
		this.analytics = analytics;
		this.parts = parts;
	}

	@Nullable Viewing total(ReportForm form) {
		return this.parts.ask("analytics", () -> this.analytics.viewing(form.total()).getFirst());
	}

	@Nullable Viewers now() {
		return this.parts.ask("analytics", this.analytics::viewers);
	}

	@Nullable List<FilmViewing> films(ReportForm form) {
		return this.parts.ask("analytics", () -> this.analytics.films(form.total(), FILMS));
	}

	/**
	 * Null while analytics do not answer.
	 * @param film whose viewers are followed through it, if any
	 */
	@Nullable List<Chart> all(ReportForm form, @Nullable VideoId film) {
		return this.parts.ask("analytics", () -> {
			List<Viewing> rows = this.analytics.viewing(form.range());
			Chart views = chart("views", "bar", rows, line("views", "count", rows, Viewing::views),
					line("completed", "count", rows, Viewing::completed));
			Chart watched = chart("watched", "bar", rows, line("watched", "seconds", rows, Viewing::watched));
			Chart peak = chart("peak", "line", rows, line("peak", "count", rows, Viewing::peak));
			Chart quality = chart("startup", "line", rows,
					line("startup", "milliseconds", rows, (it) -> Line.number(it.startup())),
					line("slow-startup", "milliseconds", rows, (it) -> Line.number(it.slowStartup())));
			Chart stalls = chart("rebuffering", "line", rows,
					line("rebuffering", "percent", rows, (it) -> Line.number(it.rebuffering())));
			return (film == null) ? List.of(views, watched, peak, quality, stalls) : List
				.of(retention(this.analytics.retention(film, form.total())), views, watched, peak, quality, stalls);
		});
	}

	private static Chart retention(List<RetentionStep> steps) {
		return new Chart("retention", "line", steps.stream().map((it) -> it.percent() + " %").toList(),
				List.of(new Line("retention", "count", steps.stream().map(RetentionStep::viewings).toList())));
	}

	private static Chart chart(String id, String kind, List<Viewing> rows, Line... lines) {
		return new Chart(id, kind, rows.stream().map((it) -> it.period().label()).toList(), List.of(lines));
	}

	private static Line line(String name, String unit, List<Viewing> rows, Function<Viewing, @Nullable Long> value) {
		return Line.of(name, unit, rows.stream().map(value));
	}

}
