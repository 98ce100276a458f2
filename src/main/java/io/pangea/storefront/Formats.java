package io.pangea.storefront;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.joda.money.Money;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes amounts and dates the way the reader's language does. */
@Component
class Formats {

	private final StorefrontSettings settings;

	Formats(StorefrontSettings settings) {
		this.settings = settings;
	}

	public String money(Money amount) {
		NumberFormat format = NumberFormat.getCurrencyInstance(LocaleContextHolder.getLocale());
		format.setCurrency(amount.getCurrencyUnit().toCurrency());
		format.setMinimumFractionDigits(amount.getScale());
		format.setMaximumFractionDigits(amount.getScale());
		return format.format(amount.getAmount());
	}

	public String date(Instant instant) {
		return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), instant);
	}

	public String time(Instant instant) {
		return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
	}

	public String country(String code) {
		return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale());
	}

	private String write(DateTimeFormatter formatter, Instant instant) {
		return formatter.withLocale(LocaleContextHolder.getLocale()).withZone(this.settings.zone()).format(instant);
	}

}
