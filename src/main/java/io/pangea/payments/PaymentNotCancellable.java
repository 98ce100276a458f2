package io.pangea.payments;

/** Captured money is refunded, not cancelled. */
public final class PaymentNotCancellable extends IllegalStateException {

	private final PaymentId paymentId;

	private final PaymentStatus paymentStatus;

	public PaymentNotCancellable(PaymentId paymentId, PaymentStatus paymentStatus) {
		super("The payment is %s and can no longer be cancelled.".formatted(paymentStatus));
		this.paymentId = paymentId;
		this.paymentStatus = paymentStatus;
	}

	public PaymentId paymentId() {
		return this.paymentId;
	}

	public PaymentStatus paymentStatus() {
		return this.paymentStatus;
	}

}
