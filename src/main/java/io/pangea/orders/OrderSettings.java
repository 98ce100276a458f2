package io.pangea.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop delivers, taxes, and how long a checkout may take.
 *
 * @param currency ISO 4217 code of what delivery is priced in
 * @param delivery ways of delivery; without any, standard and express, within the United
 * States and to the rest of the world
 * @param tax what is added to, or included in, the prices
 * @param patience how long a checkout is tried to be carried on while a neighbour does
 * not answer, before it is cancelled
 * @param actionTimeout how long the payer has for an action at the payment provider
 * @param stepTimeout how long one step may take before another driver takes the order up
 * @param firstRetry wait before a failed step is tried again; it doubles each time
 * @param longestRetry longest wait between two tries
 * @param refundPatience how long a call for a refund waits for it to be carried out
 */
@ConfigurationProperties("pangea.orders")
record OrderSettings(@DefaultValue("USD") CurrencyUnit currency, @Nullable List<Delivery> delivery,
		@DefaultValue Tax tax, @DefaultValue("5m") Duration patience, @DefaultValue("15m") Duration actionTimeout,
		@DefaultValue("1m") Duration stepTimeout, @DefaultValue("1s") Duration firstRetry,
		@DefaultValue("1m") Duration longestRetry, @DefaultValue("5s") Duration refundPatience) {

	private static final Set<String> HOME = Set.of("US");

	private static final List<Delivery> USUAL = List.of(
			new Delivery("standard", HOME, new BigDecimal("4.90"), new BigDecimal("50"), 3, 5),
			new Delivery("express", HOME, new BigDecimal("14.90"), null, 1, 2),
			new Delivery("standard", Set.of(), new BigDecimal("14.90"), new BigDecimal("150"), 7, 14),
			new Delivery("express", Set.of(), new BigDecimal("39.90"), null, 3, 5));

	/** Never null once constructed. */
	@Override
	public List<Delivery> delivery() {
		return (this.delivery != null && !this.delivery.isEmpty()) ? this.delivery : USUAL;
	}

	/** Stock is held for as long as all waits of a checkout together may take. */
	Duration hold() {
		return this.patience.multipliedBy(2).plus(this.actionTimeout).plus(this.stepTimeout.multipliedBy(2));
	}

	/**
	 * A way of delivery.
	 *
	 * @param code the same code may stand for one way in several groups of countries
	 * @param countries ISO 3166-1 alpha-2 codes; none means all that no other way names
	 * @param price in the shop's currency
	 * @param freeFrom value of the goods shipped from which delivery is free; never when
	 * absent
	 * @param minDays working days it takes at least
	 * @param maxDays working days it takes at most
	 */
	record Delivery(String code, @DefaultValue Set<String> countries, BigDecimal price, @Nullable BigDecimal freeFrom,
			int minDays, int maxDays) {
	}

	/**
	 * Sales or value-added tax, by country of delivery, on goods and shipping alike.
	 *
	 * @param included whether prices include it; else it is added to the total
	 * @param rates per cent, by ISO 3166-1 alpha-2 code
	 * @param otherRate per cent, for all other countries
	 */
	record Tax(@DefaultValue("true") boolean included, @Nullable Map<String, BigDecimal> rates,
			@DefaultValue("0") BigDecimal otherRate) {

		private static final Map<String, BigDecimal> USUAL = Map.of("US", new BigDecimal("8"), "BR",
				new BigDecimal("17"), "GB", new BigDecimal("20"), "DE", new BigDecimal("19"), "PT",
				new BigDecimal("23"));

		BigDecimal rate(String country) {
			return ((this.rates != null) ? this.rates : USUAL).getOrDefault(country, this.otherRate);
		}

	}

}
