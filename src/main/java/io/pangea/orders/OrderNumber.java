package io.pangea.orders;

import java.security.SecureRandom;

/**
 * Numbers to talk about an order with: eight characters of Crockford's base 32, which has
 * none that look alike. Random, so that nobody counts our orders.
 */
final class OrderNumber {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private OrderNumber() {
	}

	static String next() {
		return "%s-%s".formatted(four(), four());
	}

	private static String four() {
		StringBuilder text = new StringBuilder();
		RANDOM.ints(4, 0, ALPHABET.length()).forEach((it) -> text.append(ALPHABET.charAt(it)));
		return text.toString();
	}

}
