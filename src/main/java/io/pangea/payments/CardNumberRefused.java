package io.pangea.payments;

/**
 * What was sent as a token looks like a card number; it was neither stored nor logged.
 */
public final class CardNumberRefused extends IllegalArgumentException {

	public CardNumberRefused() {
		super("Send a token of the payment provider, never a card number.");
	}

}
