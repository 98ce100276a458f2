package io.pangea.payments;

/** Captured money is refunded, not cancelled. */
public final class PaymentNotCancellable extends IllegalStateException {

	private final PaymentId paymentId;

	private final PaymentStatus status;

	public PaymentNotCancellable(PaymentId paymentId, PaymentStatus status) {
		super("The payment is %s and can no longer be cancelled.".formatted(status));
		this.paymentId = paymentId;
		this.status = status;
	}

	public PaymentId paymentId() {
		return this.paymentId;
	}

	public PaymentStatus status() {
		return this.status;
	}

}
