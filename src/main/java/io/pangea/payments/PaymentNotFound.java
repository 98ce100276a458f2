package io.pangea.payments;

import java.util.NoSuchElementException;

/** There is no such payment, or the caller may not see it. */
public final class PaymentNotFound extends NoSuchElementException {

	private final PaymentId paymentId;

	public PaymentNotFound(PaymentId paymentId) {
		super("There is no such payment.");
		this.paymentId = paymentId;
	}

	public PaymentId paymentId() {
		return this.paymentId;
	}

}
