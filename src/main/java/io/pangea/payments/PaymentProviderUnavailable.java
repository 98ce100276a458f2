package io.pangea.payments;

import java.util.concurrent.RejectedExecutionException;

/**
 * The provider gave no answer. Repeat the call, with the same idempotency key if it takes
 * one: nothing is charged twice.
 */
public final class PaymentProviderUnavailable extends RejectedExecutionException {

	public PaymentProviderUnavailable() {
		super("The payment provider does not answer; repeat the same request later.");
	}

}
