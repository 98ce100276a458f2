package io.pangea.accounts;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps a text so that only who has a secret can read it: AES-256-GCM, under a key
 * derived from the secret and a salt of the text's own (PBKDF2).
 */
final class Seal {

	private static final int SHORTEST_SECRET = 32;

	private static final String MARK = "sealed";

	private final String secret;

	/** By salt, since deriving a key is slow on purpose. */
	private final Map<String, BytesEncryptor> encryptors = new ConcurrentHashMap<>();

	private Seal(String secret) {
		if (secret.length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException(
					"pangea.accounts.key-secret needs %d characters or more, best random ones"
						.formatted(SHORTEST_SECRET));
		}
		this.secret = secret;
	}

	/** Nothing is sealed without a secret. */
	static @Nullable Seal of(@Nullable String secret) {
		return (secret != null) ? new Seal(secret) : null;
	}

	static boolean isOn(String text) {
		return text.startsWith(MARK + ":");
	}

	String put(String text) {
		String salt = KeyGenerators.string().generateKey();
		byte[] sealed = encryptor(salt).encrypt(text.getBytes(UTF_8));
		return String.join(":", MARK, salt, HexFormat.of().formatHex(sealed));
	}

	/**
	 * @throws IllegalStateException when it was put with another secret, or changed since
	 */
	String lift(String text) {
		List<String> parts = List.of(text.split(":", -1));
		return new String(encryptor(parts.get(1)).decrypt(HexFormat.of().parseHex(parts.get(2))), UTF_8);
	}

	private BytesEncryptor encryptor(String salt) {
		return this.encryptors.computeIfAbsent(salt,
				(it) -> AesGcmBytesEncryptor.withPassword(this.secret, it).build());
	}

}
