package io.pangea.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What goods cost when they go to a country. Tax is computed once per order, on the sum
 * of goods and shipping, and rounded half up to the minor unit; lines are never rounded.
 */
@Component
class Pricing {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private final OrderSettings settings;

	Pricing(OrderSettings settings) {
		this.settings = settings;
	}

	/** Cheapest first; none for what is not a country. */
	List<DeliveryOption> options(String country) {
		return ways(country).stream()
			.map((way) -> option(way, money(way.price())))
			.sorted(Comparator.comparing(DeliveryOption::price))
			.toList();
	}

	/**
	 * Shipping is free once what is shipped, digital items not counted, is worth enough.
	 * @throws DeliveryUnavailable when something is shipped and the option does not reach
	 * the country
	 */
	Quote quote(List<OrderLine> lines, String country, @Nullable String deliveryOption) {
		Money subtotal = Money.total(lines.stream().map(OrderLine::total).toList());
		List<Money> shipped = lines.stream().filter(OrderLine::physical).map(OrderLine::total).toList();
		DeliveryOption option = shipped.isEmpty() ? null : priced(country, deliveryOption, Money.total(shipped));
		Money shipping = (option != null) ? option.price() : Money.zero(subtotal.getCurrencyUnit());
		return taxed(lines, subtotal, shipping, this.settings.tax().rate(country), option);
	}

	private Quote taxed(List<OrderLine> lines, Money subtotal, Money shipping, BigDecimal rate,
			@Nullable DeliveryOption option) {
		Money net = subtotal.plus(shipping);
		boolean included = this.settings.tax().included();
		BigDecimal base = included ? HUNDRED.add(rate) : HUNDRED;
		BigDecimal exact = net.getAmount().multiply(rate).divide(base, 10, RoundingMode.HALF_UP);
		Money tax = Money.of(net.getCurrencyUnit(), exact, RoundingMode.HALF_UP);
		return new Quote(lines, subtotal, shipping, tax, included, included ? net : net.plus(tax), option);
	}

	private DeliveryOption priced(String country, @Nullable String code, Money worth) {
		OrderSettings.Delivery way = ways(country).stream()
			.filter((it) -> it.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new DeliveryUnavailable(country));
		boolean free = way.freeFrom() != null && !worth.isLessThan(money(way.freeFrom()));
		return option(way, free ? money(BigDecimal.ZERO) : money(way.price()));
	}

	private List<OrderSettings.Delivery> ways(String country) {
		if (!COUNTRIES.contains(country)) {
			return List.of();
		}
		List<OrderSettings.Delivery> own = reaching(country);
		return own.isEmpty() ? this.settings.delivery().stream().filter((it) -> it.countries().isEmpty()).toList()
				: own;
	}

	private List<OrderSettings.Delivery> reaching(String country) {
		return this.settings.delivery().stream().filter((it) -> it.countries().contains(country)).toList();
	}

	private DeliveryOption option(OrderSettings.Delivery way, Money price) {
		Money freeFrom = (way.freeFrom() != null) ? money(way.freeFrom()) : null;
		return new DeliveryOption(way.code(), price, freeFrom, way.minDays(), way.maxDays());
	}

	private Money money(BigDecimal amount) {
		return Money.of(this.settings.currency(), amount);
	}

}
