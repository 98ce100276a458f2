package io.pangea.payments;

/** Only an authorised payment can be captured. */
public final class PaymentNotCapturable extends IllegalStateException {

	private final PaymentId paymentId;

	private final PaymentStatus paymentStatus;

	public PaymentNotCapturable(PaymentId paymentId, PaymentStatus paymentStatus) {
		super("The payment is %s, only an authorised one can be captured.".formatted(paymentStatus));
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
