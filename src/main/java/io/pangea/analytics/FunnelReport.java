package io.pangea.analytics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * How visits became orders. Counted from the facts, since who came in two periods is not
 * two in both together. A visit is followed for a day beyond the range.
 */
@Component
class FunnelReport {

	private static final String VISITS = """
			with bought as (
			  select data ->> 'orderId' as order_id from analytics.facts where type = 'orders.order-confirmed.v1'
			  and occurred_at >= cast(:from as timestamptz) - interval '2 days'
			  and occurred_at < cast(:to as timestamptz) + interval '2 days')
			select width_bucket(first, cast(:edges as timestamptz[])) - 1 as period, count(*) as visits,
			  count(*) filter (where viewed) as viewed, count(*) filter (where filled) as filled,
			  count(*) filter (where checkout) as checkouts, count(*) filter (where bought) as bought,
			  count(*) filter (where filled and bought) as rescued
			from (
			  select session, min(occurred_at) as first,
			    bool_or(type in ('pages.product-viewed.v1', 'pages.film-viewed.v1')) as viewed,
			    bool_or(type = 'pages.cart-filled.v1') as filled,
			    bool_or(type = 'pages.checkout-started.v1') as checkout,
			    bool_or(type = 'pages.order-placed.v1' and data ->> 'order' in (select order_id from bought)) as bought
			  from analytics.facts
			  where session is not null and occurred_at >= cast(:from as timestamptz) - interval '1 day'
			  and occurred_at < cast(:to as timestamptz) + interval '1 day'
			  group by session) visits
			where first >= cast(:from as timestamptz) and first < cast(:to as timestamptz)
			group by 1
			""";

	private static final String CARTS = """
			select width_bucket(occurred_at, cast(:edges as timestamptz[])) - 1 as period,
			  count(distinct data ->> 'cartId') as carts
			from analytics.facts where type = 'cart.cart-item-added.v1'
			and occurred_at >= cast(:from as timestamptz) and occurred_at < cast(:to as timestamptz)
			group by 1
			""";

	private final Questions questions;

	FunnelReport(Questions questions) {
		this.questions = questions;
	}

	List<Funnel> over(Timeline timeline) {
		Map<Integer, Visits> visits = this.questions.ask(VISITS, timeline, Map.of(), Visits.class)
			.stream()
			.collect(Collectors.toMap(Visits::period, Function.identity()));
		Map<Integer, Long> carts = this.questions.ask(CARTS, timeline, Map.of(), Carts.class)
			.stream()
			.collect(Collectors.toMap(Carts::period, Carts::carts));
		Sums sums = this.questions.sums(timeline, "order-placed", "order-confirmed", "order-cancelled");
		return timeline.each((period) -> {
			Visits of = visits.getOrDefault(period, new Visits(period, 0, 0, 0, 0, 0, 0));
			return new Funnel(timeline.periods().get(period), of.visits, of.viewed, of.filled, of.checkouts, of.bought,
					Rate.of(of.bought, of.visits), Rate.of(of.filled - of.rescued, of.filled),
					carts.getOrDefault(period, 0L), sums.times(period, "order-placed"),
					sums.times(period, "order-confirmed"), sums.times(period, "order-cancelled"));
		});
	}

	/**
	 * Those that were first heard of in one period.
	 *
	 * @param rescued filled a cart and bought
	 */
	record Visits(int period, long visits, long viewed, long filled, long checkouts, long bought, long rescued) {

	}

	record Carts(int period, long carts) {

	}

}
