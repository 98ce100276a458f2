package io.pangea.payments;

/** The provider does not know the token. */
public final class PaymentTokenUnknown extends IllegalArgumentException {

	public PaymentTokenUnknown() {
		super("The payment provider does not know this token.");
	}

}
