package io.pangea.storefront;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The countries of the world by name, in the reader's language and order. */
@Component
class Countries {

	private final Map<Locale, List<Country>> byLanguage = new ConcurrentHashMap<>();

	/** One country: ISO 3166-1 alpha-2 code and name. */
	public record Country(String code, String name) {

	}

	public List<Country> all() {
		return this.byLanguage.computeIfAbsent(LocaleContextHolder.getLocale(), Countries::in);
	}

	/** The country someone who reads this language most likely lives in. */
	static String likely() {
		String country = LocaleContextHolder.getLocale().getCountry();
		return country.isEmpty() ? "US" : country;
	}

	private static List<Country> in(Locale language) {
		Collator order = Collator.getInstance(language);
		return Stream.of(Locale.getISOCountries())
			.map((code) -> new Country(code, Locale.of("", code).getDisplayCountry(language)))
			.sorted(Comparator.comparing(Country::name, order))
			.toList();
	}

}
