package io.pangea.products;

import java.text.Normalizer;
import java.util.Locale;

/** A name as part of a URL: lower case ASCII letters and digits, joined by hyphens. */
final class Slug {

	private Slug() {
	}

	static String of(String name) {
		String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
			.replaceAll("['’\\p{M}]", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		return slug.isEmpty() ? "product" : slug;
	}

}
