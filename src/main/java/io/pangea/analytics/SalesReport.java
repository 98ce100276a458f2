package io.pangea.analytics;

import java.util.List;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.stereotype.Component;

/** Money and orders. */
@Component
class SalesReport {

	private final Questions questions;

	SalesReport(Questions questions) {
		this.questions = questions;
	}

	List<Sales> over(Timeline timeline) {
		Sums sums = this.questions.sums(timeline, "ordered", "captured", "refunded");
		List<String> currencies = sums.keys();
		return timeline
			.each((period) -> currencies.stream()
				.map((currency) -> sales(timeline.periods().get(period), sums, period, currency))
				.toList())
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private static Sales sales(Period period, Sums sums, int at, String currency) {
		CurrencyUnit unit = CurrencyUnit.of(currency);
		long orders = sums.times(at, "ordered", currency);
		long ordered = sums.total(at, "ordered", currency);
		long captured = sums.total(at, "captured", currency);
		long refunded = sums.total(at, "refunded", currency);
		return new Sales(period, currency, orders, Money.ofMinor(unit, ordered),
				(orders > 0) ? Money.ofMinor(unit, (ordered + orders / 2) / orders) : null,
				Money.ofMinor(unit, captured), Money.ofMinor(unit, refunded), Money.ofMinor(unit, captured - refunded),
				sums.times(at, "refunded", currency), Rate.of(refunded, captured));
	}

}
