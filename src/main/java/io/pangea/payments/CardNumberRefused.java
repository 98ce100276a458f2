package io.pangea.payments;

/**
 * What was sent as a token looks like a card number; it was neither stored nor logged.
 */
public final class CardNumberRefused extends IllegalArgumentException {

	public CardNumberRefused() {
		super("Send a token of the payment provider, never a card number.");
	}

	/**
	 * Looks at a token before it is sent or stored: whoever keeps one until it is needed
	 * applies the same rule as {@code payments}.
	 * @throws CardNumberRefused when it looks like a card number
	 */
	public static void ifCardNumber(String token) {
		if (CardNumber.isOne(token)) {
			throw new CardNumberRefused();
		}
	}

}
