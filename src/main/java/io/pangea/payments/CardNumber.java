package io.pangea.payments;

/**
 * Recognises card numbers, so that none gets in: 12 to 19 digits that pass the Luhn check
 * (ISO/IEC 7812-1), whatever blanks and dashes stand between them.
 */
final class CardNumber {

	private CardNumber() {
	}

	static boolean isOne(String token) {
		String digits = token.replaceAll("[\\p{Z}\\p{Pd}\\s]", "");
		return digits.matches("(?U)\\d{12,19}") && passesLuhnCheck(digits);
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
