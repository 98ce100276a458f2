package io.pangea.backoffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pangea.analytics.Analytics;
import io.pangea.analytics.Funnel;
import io.pangea.analytics.RecommendationUse;
import io.pangea.analytics.Sales;
import io.pangea.backoffice.Chart.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What was sold, in pictures. */
@Component
class SalesCharts {

	private final Analytics analytics;

	private final PageParts parts;

	SalesCharts(Analytics analytics, PageParts parts) {
		this.analytics = analytics;
		this.parts = parts;
	}

	/** One row for each currency. */
	@Nullable List<Sales> totals(ReportForm form) {
		return this.parts.ask("analytics", () -> this.analytics.sales(form.total()));
	}

	@Nullable Funnel funnel(ReportForm form) {
		return this.parts.ask("analytics", () -> this.analytics.funnel(form.total()).getFirst());
	}

	@Nullable RecommendationUse recommendations(ReportForm form) {
		return this.parts.ask("analytics", () -> this.analytics.recommendations(form.total()).getFirst());
	}

	/** Null while analytics do not answer. */
	@Nullable List<Chart> all(ReportForm form) {
		return this.parts.ask("analytics", () -> {
			List<Sales> sales = this.analytics.sales(form.range());
			List<Funnel> funnel = this.analytics.funnel(form.range());
			Chart rates = new Chart("abandonment", "line", funnel.stream().map((it) -> it.period().label()).toList(),
					List.of(Line.of("abandonment", "percent",
							funnel.stream().map((it) -> Line.number(it.abandonment()))),
							Line.of("conversion", "percent",
									funnel.stream().map((it) -> Line.number(it.conversion())))));
			return List.of(revenue(sales), orders(sales), steps(this.analytics.funnel(form.total()).getFirst()), rates);
		});
	}

	private static Chart revenue(List<Sales> sales) {
		List<Line> lines = sales.stream()
			.map(Sales::currency)
			.distinct()
			.map((currency) -> Line.of("revenue", currency,
					sales.stream()
						.filter((it) -> it.currency().equals(currency))
						.map((it) -> it.revenue().getAmountMinorLong())))
			.toList();
		return new Chart("revenue", "bar", sales.stream().map((it) -> it.period().label()).distinct().toList(), lines);
	}

	/** In whatever currency. */
	private static Chart orders(List<Sales> sales) {
		Map<String, Long> orders = new LinkedHashMap<>();
		sales.forEach((it) -> orders.merge(it.period().label(), it.orders(), Long::sum));
		return new Chart("orders", "line", List.copyOf(orders.keySet()),
				List.of(Line.of("orders", "count", orders.values().stream())));
	}

	private static Chart steps(Funnel all) {
		return new Chart("funnel", "steps", List.of("visits", "viewed", "filled", "checkouts", "bought"),
				List.of(Line.of("visits", "count",
						Stream.of(all.visits(), all.viewed(), all.filled(), all.checkouts(), all.bought()))));
	}

}
