package io.pangea.payments;

/** Only an authorised payment can be captured. */
public final class PaymentNotCapturable extends IllegalStateException {

	private final PaymentId paymentId;

	private final PaymentStatus status;

	public PaymentNotCapturable(PaymentId paymentId, PaymentStatus status) {
		super("The payment is %s, only an authorised one can be captured.".formatted(status));
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
