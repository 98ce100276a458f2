package io.pangea.accounts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * BCrypt takes no more than 72 bytes, so it is given a digest of the password, whose
 * composed form (NFC) does not depend on the keyboard it was typed with.
 */
final class DigestedBCrypt extends BCryptPasswordEncoder {

	@Override
	protected String encodeNonNullPassword(String password) {
		return super.encodeNonNullPassword(digest(password));
	}

	@Override
	protected boolean matchesNonNull(String password, String encoded) {
		return super.matchesNonNull(digest(password), encoded);
	}

	private static String digest(String password) {
		try {
			byte[] composed = Normalizer.normalize(password, Form.NFC).getBytes(UTF_8);
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(composed));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java knows SHA-256", ex);
		}
	}

}
