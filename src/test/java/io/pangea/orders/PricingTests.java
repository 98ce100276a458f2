package io.pangea.orders;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.pangea.orders.Fixtures.line;
import static io.pangea.orders.Fixtures.settings;
import static io.pangea.orders.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PricingTests {

	private final Pricing pricing = new Pricing(settings());

	@Test
	void addsUpLinesAndShipping() {
		Quote quote = this.pricing.quote(List.of(line(2, "10.00", true), line(1, "4.99", true)), "US", "standard");
		assertThat(quote.subtotal()).isEqualTo(usd("24.99"));
		assertThat(quote.shipping()).isEqualTo(usd("4.90"));
		assertThat(quote.total()).isEqualTo(usd("29.89"));
	}

	@Test
	void shipsFreeFromTheThresholdOn() {
		assertThat(this.pricing.quote(List.of(line(1, "49.99", true)), "US", "standard").shipping())
			.isEqualTo(usd("4.90"));
		Quote free = this.pricing.quote(List.of(line(1, "50.00", true)), "US", "standard");
		assertThat(free.shipping()).isEqualTo(usd("0"));
		assertThat(free.total()).isEqualTo(usd("50.00"));
		assertThat(free.deliveryOption()).extracting(DeliveryOption::price).isEqualTo(usd("0"));
	}

	@Test
	void neverShipsExpressForFree() {
		assertThat(this.pricing.quote(List.of(line(1, "5000", true)), "US", "express").shipping())
			.isEqualTo(usd("14.90"));
	}

	@Test
	void shipsNothingOfADigitalOrder() {
		Quote quote = this.pricing.quote(List.of(line(1, "9.99", false)), "US", null);
		assertThat(quote.deliveryOption()).isNull();
		assertThat(quote.shipping()).isEqualTo(usd("0"));
		assertThat(quote.total()).isEqualTo(usd("9.99"));
	}

	@Test
	void countsOnlyWhatIsShippedTowardsFreeShipping() {
		Quote quote = this.pricing.quote(List.of(line(1, "49.99", true), line(1, "100", false)), "US", "standard");
		assertThat(quote.shipping()).isEqualTo(usd("4.90"));
	}

	@Test
	void wantsAWayOfDeliveryThatReachesTheCountry() {
		List<OrderLine> lines = List.of(line(1, "1", true));
		for (String option : new String[] { null, "", "pigeon" }) {
			assertThatExceptionOfType(DeliveryUnavailable.class)
				.isThrownBy(() -> this.pricing.quote(lines, "US", option));
		}
		assertThatExceptionOfType(DeliveryUnavailable.class)
			.isThrownBy(() -> this.pricing.quote(lines, "ZZ", "standard"));
	}

	@Test
	void offersWhatReachesACountryCheapestFirst() {
		assertThat(this.pricing.options("US")).extracting(DeliveryOption::price)
			.containsExactly(usd("4.90"), usd("14.90"));
		assertThat(this.pricing.options("BR")).extracting(DeliveryOption::price)
			.containsExactly(usd("14.90"), usd("39.90"));
		assertThat(this.pricing.options("ZZ")).isEmpty();
	}

	@Test
	void statesTheTaxInThePrices() {
		Pricing included = new Pricing(settings("tax.rates.US=20"));
		Quote quote = included.quote(List.of(line(1, "9.99", false)), "US", null);
		// 9.99 * 20 / 120 = 1.665
		assertThat(quote.tax()).isEqualTo(usd("1.67"));
		assertThat(quote.taxIncluded()).isTrue();
		assertThat(quote.total()).isEqualTo(usd("9.99"));
	}

	@Test
	void addsTheTaxToThePrices() {
		Pricing added = new Pricing(settings("tax.included=false", "tax.rates.US=5"));
		Quote quote = added.quote(List.of(line(1, "5.10", true)), "US", "standard");
		assertThat(quote.tax()).isEqualTo(usd("0.50"));
		assertThat(quote.total()).isEqualTo(usd("10.50"));
	}

	@Test
	void roundsTheTaxOncePerOrderAndHalfUp() {
		Pricing added = new Pricing(settings("tax.included=false", "tax.rates.US=10"));
		// Per line 0.005 each would round up to 0.03.
		Quote quote = added.quote(List.of(line(1, "0.05", false), line(1, "0.05", false), line(1, "0.05", false)), "US",
				null);
		assertThat(quote.tax()).isEqualTo(usd("0.02"));
	}

	@Test
	void usesTheOtherRateForOtherCountries() {
		Pricing added = new Pricing(settings("tax.included=false", "tax.rates.US=10", "tax.other-rate=50"));
		assertThat(added.quote(List.of(line(1, "1", false)), "FR", null).tax()).isEqualTo(usd("0.50"));
	}

	@Test
	void takesWaysOfDeliveryFromTheSettings() {
		Pricing own = new Pricing(settings("delivery[0].code=bike", "delivery[0].countries=NL,BE",
				"delivery[0].price=2.50", "delivery[0].min-days=1", "delivery[0].max-days=1"));
		assertThat(own.options("NL")).containsExactly(new DeliveryOption("bike", usd("2.50"), null, 1, 1));
		assertThat(own.options("US")).isEmpty();
	}

}
