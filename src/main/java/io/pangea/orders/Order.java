package io.pangea.orders;

import java.time.Instant;
import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.PostalAddress;
import io.pangea.payments.PaymentId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer and staff see it.
 *
 * @param number short and readable, for talking about it
 * @param buyer null for a guest's
 * @param refunded what was paid back
 * @param refundPending what is about to be paid back
 * @param cancelReason stable code, as soon as it is being cancelled:
 * {@code out-of-stock}, {@code withdrawn}, {@code payment-declined},
 * {@code reservation-expired} or {@code timed-out}
 * @param paymentId once a payment was asked for
 * @param actionSecret opens the payer's challenge at {@code payments}, while action is
 * required; told to the buyer only, and not in lists
 */
public record Order(OrderId id, String number, OrderStatus status, @Nullable AccountId buyer, String email,
		PostalAddress address, Quote quote, Money refunded, Money refundPending, @Nullable String cancelReason,
		@Nullable PaymentId paymentId, @Nullable String actionSecret, @Nullable Shipment shipment, Instant placedAt,
		List<Step> history) {

	/**
	 * One entry of its history: the status reached, when, and why where that needs
	 * saying.
	 *
	 * @param note of a cancellation the code of its reason, of a shipment its carrier, of
	 * a refund the reason staff gave
	 * @param refunded what was paid back then, null when this is no refund
	 */
	public record Step(OrderStatus status, Instant at, @Nullable String note, @Nullable Money refunded) {

	}

}
