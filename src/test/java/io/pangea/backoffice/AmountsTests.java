package io.pangea.backoffice;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "12 1200", "12.5 1250", "12,50 1250", "0.01 1" })
	void readsPointAndComma(String text, long cents) {
		assertThat(Amounts.parse(text, CurrencyUnit.USD)).contains(Money.ofMinor(CurrencyUnit.USD, cents));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "-1", "1.000,50", "1,000.50", "1.234", "1e3", "12.", "9999999999999" })
	void refusesWhatCouldMeanTwoThingsOrNothing(String text) {
		assertThat(Amounts.parse(text, CurrencyUnit.USD)).isEmpty();
	}

	@Test
	void knowsHowManyDecimalsACurrencyHas() {
		CurrencyUnit yen = CurrencyUnit.of("JPY");
		assertThat(Amounts.parse("120", yen)).contains(Money.ofMinor(yen, 120));
		assertThat(Amounts.parse("120.5", yen)).isEmpty();
	}

	@Test
	void knowsCurrencies() {
		assertThat(Amounts.currency("BRL")).contains(CurrencyUnit.of("BRL"));
		assertThat(Amounts.currency("XX")).isEmpty();
	}

}
