package io.pangea.backoffice;

import java.text.Normalizer;
import java.util.Locale;

/** Names as parts of an address. */
final class Slugs {

	private static final int LONGEST = 60;

	private Slugs() {
	}

	/** Empty when there is neither a Latin letter nor a digit in it. */
	static String of(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-");
		return plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-|-$", "");
	}

}
