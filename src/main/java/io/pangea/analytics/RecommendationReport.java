package io.pangea.analytics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.stereotype.Component;

/** What recommendations led to. */
@Component
class RecommendationReport {

	private static final String REVENUE = """
			select width_bucket(o.occurred_at, cast(:edges as timestamptz[])) - 1 as period,
			  line #>> '{total,currency}' as currency, sum(cast(line #>> '{total,amount}' as bigint)) as ordered,
			  coalesce(sum(cast(line #>> '{total,amount}' as bigint)) filter (where exists (
			    select from analytics.facts c where c.type = 'pages.recommendation-clicked.v1'
			    and c.occurred_at <= o.occurred_at
			    and c.occurred_at >= o.occurred_at - :attribution * interval '1 second'
			    and (c.data ->> 'product' = line ->> 'productId' or c.data ->> 'film' = line ->> 'filmId')
			    and (c.person = o.person or c.session = any (placed.sessions)))), 0) as recommended
			from analytics.facts o
			cross join lateral jsonb_array_elements(o.data -> 'lines') line
			left join (select data ->> 'order' as order_id, array_agg(session) as sessions from analytics.facts
			  where type = 'pages.order-placed.v1'
			  and occurred_at >= cast(:from as timestamptz) - interval '1 day'
			  and occurred_at < cast(:to as timestamptz) + interval '8 days'
			  group by 1) placed on placed.order_id = o.data ->> 'orderId'
			where o.type = 'orders.order-confirmed.v1' and o.occurred_at >= cast(:from as timestamptz)
			and o.occurred_at < cast(:to as timestamptz)
			group by 1, 2 order by 2
			""";

	private final Questions questions;

	private final AnalyticsSettings settings;

	RecommendationReport(Questions questions, AnalyticsSettings settings) {
		this.questions = questions;
		this.settings = settings;
	}

	List<RecommendationUse> over(Timeline timeline) {
		Sums sums = this.questions.sums(timeline, "recommendation-shown", "recommendation-clicked");
		Map<Integer, List<Revenue>> revenue = this.questions
			.ask(REVENUE, timeline, Map.of("attribution", this.settings.attribution().toSeconds()), Revenue.class)
			.stream()
			.collect(Collectors.groupingBy(Revenue::period));
		return timeline.each((at) -> {
			long shown = sums.times(at, "recommendation-shown");
			long clicked = sums.times(at, "recommendation-clicked");
			return new RecommendationUse(timeline.periods().get(at), shown, clicked, Rate.of(clicked, shown),
					revenue.getOrDefault(at, List.of()).stream().map(Revenue::share).toList());
		});
	}

	record Revenue(int period, String currency, long ordered, long recommended) {

		RecommendationUse.Share share() {
			CurrencyUnit unit = CurrencyUnit.of(this.currency);
			return new RecommendationUse.Share(Money.ofMinor(unit, this.recommended), Money.ofMinor(unit, this.ordered),
					Rate.of(this.recommended, this.ordered));
		}

	}

}
