package io.pangea.storefront;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language someone chose. */
@Controller
class LanguageSwitch {

	private final LanguageChoice languages;

	LanguageSwitch(LanguageChoice languages) {
		this.languages = languages;
	}

	@GetMapping("/language/{tag}")
	String choose(@PathVariable String tag, @RequestParam(required = false) @Nullable String next,
			HttpServletRequest request, HttpServletResponse response) {
		Locale spoken = LanguageChoice.nearest(Locale.forLanguageTag(tag));
		if (spoken != null) {
			this.languages.setLocale(request, response, spoken);
		}
		return LocalPath.of(next).redirect();
	}

}
