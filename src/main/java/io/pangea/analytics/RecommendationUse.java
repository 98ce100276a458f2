package io.pangea.analytics;

import java.util.List;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What recommendations led to in one period.
 *
 * @param shown how often one was seen
 * @param clicked how often one was followed
 * @param clickThrough clicked of shown
 * @param revenue what was ordered, by currency
 */
public record RecommendationUse(Period period, long shown, long clicked, @Nullable Integer clickThrough,
		List<Share> revenue) {

	/**
	 * What was ordered in one currency, and what of it was recommended: the same visit or
	 * person had followed a recommendation of it before, within the days of
	 * {@code pangea.analytics.attribution}.
	 *
	 * @param share recommended of ordered
	 */
	public record Share(Money recommended, Money ordered, @Nullable Integer share) {

	}

}
