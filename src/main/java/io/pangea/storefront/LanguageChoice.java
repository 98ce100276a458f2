package io.pangea.storefront;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of a page: the one chosen on the page, else the first the browser asks for
 * that the shop speaks, else English.
 */
class LanguageChoice extends CookieLocaleResolver {

	static final String COOKIE = "lang";

	static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"));

	LanguageChoice() {
		super(COOKIE);
		setCookieMaxAge(Duration.ofDays(365));
		setCookieHttpOnly(true);
		setRejectInvalidCookies(false);
		setDefaultLocaleFunction(LanguageChoice::askedForBy);
	}

	/** The spoken language nearest to one, which may be of another country. */
	static @Nullable Locale nearest(Locale wanted) {
		return SPOKEN.stream()
			.filter((spoken) -> spoken.getLanguage().equals(wanted.getLanguage()))
			.findFirst()
			.orElse(null);
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String text) {
		return nearest(Locale.forLanguageTag(text));
	}

	private static Locale askedForBy(HttpServletRequest request) {
		for (Locale wanted : Collections.list(request.getLocales())) {
			Locale spoken = nearest(wanted);
			if (spoken != null) {
				return spoken;
			}
		}
		return SPOKEN.getFirst();
	}

}
