package io.pangea.backoffice;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.Locale;
import java.util.stream.Stream;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page for staff needs: its language, and amounts and times written in it. */
@Component
class StaffPage {

	/** As they stand on the pages, all forms one after the other. */
	private static final List<String> FIELDS = Stream
		.of(ProductForm.fields(), FilmForm.fields(), Stream.of("carrier", "trackingCode", "amount", "reason"))
		.flatMap(Function.identity())
		.toList();

	private static final String UNKNOWN = "–";

	private static final List<String> ZONES = List.of("UTC", "America/Sao_Paulo", "America/Manaus", "America/New_York",
			"America/Chicago", "America/Los_Angeles", "Europe/Lisbon", "Europe/London", "Europe/Berlin", "Asia/Kolkata",
			"Asia/Tokyo", "Australia/Sydney");

	private final BackofficeSettings settings;

	StaffPage(BackofficeSettings settings) {
		this.settings = settings;
	}

	/** Whether whoever looks at it may administer the store. */
	public boolean forAdministrator() {
		return holds("ROLE_ADMIN");
	}

	/** Whether whoever looks at it works here. */
	public boolean forStaff() {
		return holds("ROLE_STAFF");
	}

	/** BCP 47 tag of the page's language. */
	public String language() {
		return portuguese() ? "pt-BR" : "en";
	}

	/** The language one can change to. */
	public String otherLanguage() {
		return portuguese() ? "en" : "pt-BR";
	}

	/** Path and query of this page, to come back to. */
	public String here() {
		var here = ServletUriComponentsBuilder.fromCurrentRequest().build();
		return (here.getQuery() != null) ? here.getPath() + "?" + here.getQuery() : String.valueOf(here.getPath());
	}

	public String money(Money amount) {
		NumberFormat format = NumberFormat.getCurrencyInstance(LocaleContextHolder.getLocale());
		format.setCurrency(amount.getCurrencyUnit().toCurrency());
		format.setMinimumFractionDigits(amount.getScale());
		format.setMaximumFractionDigits(amount.getScale());
		return format.format(amount.getAmount());
	}

	/** Hours, minutes and seconds, as a player shows them. */
	public String duration(long seconds) {
		return (seconds < 3600) ? "%d:%02d".formatted(seconds / 60, seconds % 60)
				: "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

	/** Hundredths of a percent; a dash when there is nothing to divide by. */
	public String rate(@Nullable Integer hundredths) {
		return (hundredths != null) ? measure(Long.valueOf(hundredths), "percent") : UNKNOWN;
	}

	/** A number of a report in its unit. */
	public String measure(@Nullable Long value, String unit) {
		if (value == null) {
			return UNKNOWN;
		}
		return switch (unit) {
			case "count" -> number(value);
			case "seconds" -> duration(value);
			case "milliseconds" -> number(value) + " ms";
			case "percent" -> {
				NumberFormat format = NumberFormat.getPercentInstance(LocaleContextHolder.getLocale());
				format.setMaximumFractionDigits(2);
				yield format.format(value / 10_000.0);
			}
			default -> money(Money.ofMinor(CurrencyUnit.of(unit), value));
		};
	}

	/** A period as a report calls it. */
	public String period(String label) {
		return label.replaceAll("T(\\d\\d:\\d\\d).*", " $1");
	}

	/** Zones to choose from. */
	public List<String> zones(String chosen) {
		return Stream.concat(Stream.of(chosen, this.settings.zone().getId()), ZONES.stream()).distinct().toList();
	}

	/** The name of a language in the page's own. */
	public String languageName(String tag) {
		return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
	}

	public String number(long count) {
		return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(count);
	}

	public String time(Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(LocaleContextHolder.getLocale())
			.withZone(this.settings.zone())
			.format(instant);
	}

	public String country(String code) {
		return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale());
	}

	/**
	 * What is wrong with a form, as its fields are read; validation finds it in any
	 * order.
	 */
	public List<DetailedError> inOrder(List<DetailedError> errors) {
		return errors.stream()
			.sorted(Comparator.comparingInt((error) -> error.isGlobal() ? -1 : FIELDS.indexOf(error.getFieldName())))
			.toList();
	}

	private static boolean holds(String authority) {
		Authentication reader = SecurityContextHolder.getContext().getAuthentication();
		return reader != null && reader.getAuthorities().stream().anyMatch((it) -> authority.equals(it.getAuthority()));
	}

	private static boolean portuguese() {
		return "pt".equals(LocaleContextHolder.getLocale().getLanguage());
	}

}
