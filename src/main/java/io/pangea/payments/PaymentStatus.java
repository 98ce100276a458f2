package io.pangea.payments;

/**
 * Where a payment intent stands. {@code REFUNDED} once all that was captured went back.
 */
public enum PaymentStatus {

	REQUIRES_ACTION, AUTHORISED, CAPTURED, DECLINED, CANCELLED, REFUNDED

}
