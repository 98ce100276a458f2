package io.pangea.payments;

import java.util.UUID;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whoever moves the money. Every call carries an id of ours as idempotency key and
 * answers where the charge stands now, also when the call could change nothing any more:
 * of two calls that contradict each other, the provider decides which came first.
 * <p>
 * Called with no transaction open. Any call may throw {@link PaymentProviderUnavailable}.
 */
interface PaymentProvider {

	/**
	 * Where a charge stands.
	 *
	 * @param reference what the provider calls the charge
	 * @param reason why it was declined, when it was
	 */
	record Answer(PaymentStatus status, String reference, @Nullable String reason) {

	}

	/**
	 * Refuses what cannot be a token, before anything about it is stored.
	 * @throws PaymentTokenUnknown when the provider never gave it out
	 */
	void verify(String token);

	Answer authorise(PaymentId id, Money amount, String token);

	/** The payer's decision on a charge that requires action. */
	Answer decide(PaymentId id, boolean approved);

	/** Declines a charge that still requires action. */
	Answer expire(PaymentId id);

	Answer capture(PaymentId id);

	/**
	 * Gives up what was not captured. A charge the provider never heard of counts as
	 * cancelled from then on.
	 */
	Answer cancel(PaymentId id);

	/**
	 * Pays captured money back.
	 * @return what the provider calls the refund
	 */
	String refund(PaymentId id, UUID refundId, Money amount);

}
