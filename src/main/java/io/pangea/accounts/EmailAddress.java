package io.pangea.accounts;

import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * An e-mail address as it was typed, and what all spellings of it have in common.
 *
 * @param canonical NFKC, full case folding, nothing invisible, the domain in ASCII (RFC
 * 3490); tells addresses apart, mail goes to the typed one
 */
record EmailAddress(String typed, String canonical) {

	static EmailAddress of(String typed) {
		String folded = fold(typed.strip());
		int at = folded.lastIndexOf('@');
		return new EmailAddress(typed.strip(), folded.substring(0, at + 1) + toAscii(folded.substring(at + 1)));
	}

	/**
	 * Down, up, and down again is full case folding: Straße, STRASSE and STRAẞE meet. The
	 * dot that İ leaves behind goes, since who types in capitals in Istanbul means i.
	 */
	private static String fold(String text) {
		String visible = Normalizer.normalize(text, Form.NFKC).replaceAll("[\\p{C}\\x{34F}\\x{FE00}-\\x{FE0F}]", "");
		String folded = visible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(folded.replace("i\u0307", "i"), Form.NFKC);
	}

	private static String toAscii(String domain) {
		try {
			return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
		}
		catch (IllegalArgumentException ex) {
			// Not the name of a domain; nobody registers with it, so nobody is found.
			return domain;
		}
	}

}
