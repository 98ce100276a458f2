package io.pangea.backoffice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * Amounts as staff type them: digits, and a decimal point or comma. Thousands are not
 * separated, since 1.000 is one in one language and a thousand in the other.
 */
final class Amounts {

	private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,3})?");

	private Amounts() {
	}

	static Optional<CurrencyUnit> currency(String code) {
		try {
			return Optional.of(CurrencyUnit.of(code));
		}
		catch (IllegalCurrencyException ex) {
			return Optional.empty();
		}
	}

	/** Empty when it is no amount, or has more decimals than the currency. */
	static Optional<Money> parse(String text, CurrencyUnit currency) {
		if (!AMOUNT.matcher(text).matches()) {
			return Optional.empty();
		}
		BigDecimal amount = new BigDecimal(text.replace(',', '.'));
		return (amount.scale() > currency.getDecimalPlaces()) ? Optional.empty()
				: Optional.of(Money.of(currency, amount));
	}

}
