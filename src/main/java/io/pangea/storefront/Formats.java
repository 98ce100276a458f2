package io.pangea.storefront;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
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

	/** How long something is, in the two units that say most. */
	public String duration(int seconds) {
		if (seconds < 60) {
			return seconds + " s";
		}
		int minutes = Math.round(seconds / 60f);
		return (minutes < 60) ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
	}

	/** A place in a film, as players show it. */
	public String clock(int seconds) {
		return (seconds < 3600) ? "%d:%02d".formatted(seconds / 60, seconds % 60)
				: "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

	/**
	 * Languages by their BCP 47 tags; one that nobody named ({@code und}) is left out.
	 */
	public List<String> languages(List<String> tags) {
		return tags.stream().filter((tag) -> !"und".equals(tag)).map(Formats::language).toList();
	}

	private static String language(String tag) {
		return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
	}

	public String stars(double average) {
		return NumberFormat.getNumberInstance(LocaleContextHolder.getLocale()).format(average);
	}

	public String country(String code) {
		return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale());
	}

	private String write(DateTimeFormatter formatter, Instant instant) {
		return formatter.withLocale(LocaleContextHolder.getLocale()).withZone(this.settings.zone()).format(instant);
	}

}
