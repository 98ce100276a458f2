package io.pangea.videos;

import java.text.Normalizer;
import java.util.Locale;

/** A title as part of a URL: lower case ASCII letters and digits, joined by hyphens. */
final class Slug {

	private Slug() {
	}

	static String of(String title) {
		String slug = Normalizer.normalize(title, Normalizer.Form.NFKD)
			.replaceAll("['’\\p{M}]", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		return slug.isEmpty() ? "film" : slug;
	}

}
