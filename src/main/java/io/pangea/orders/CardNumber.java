package io.pangea.orders;

import io.pangea.payments.CardNumberRefused;

/**
 * Recognises card numbers, so that none is stored with an order: 12 to 19 digits that
 * pass the Luhn check (ISO/IEC 7812-1), whatever blanks and dashes stand between them.
 * The rule of {@code payments}, applied before it is asked.
 */
final class CardNumber {

	private CardNumber() {
	}

	static void refuse(String token) {
		String digits = token.replaceAll("[\\p{Z}\\p{Pd}\\s]", "");
		if (digits.matches("(?U)\\d{12,19}") && passesLuhnCheck(digits)) {
			throw new CardNumberRefused();
		}
	}

	private static boolean passesLuhnCheck(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
			int weighted = digit * (1 + i % 2);
			sum += weighted / 10 + weighted % 10;
		}
		return sum % 10 == 0;
	}

}
