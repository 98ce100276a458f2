package io.pangea.orders;

import java.time.Instant;

import io.pangea.payments.PaymentId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come.
 *
 * @param paymentToken kept only until it is known what came of the authorisation
 * @param actionSecret kept only while the payer has to act
 * @param heldUntil when the reservation of its stock lapses
 * @param deadline when the saga gives up on its present step
 * @param refundPending asked for and not yet paid back
 * @param forgotten its buyer's account is gone
 */
record Progress(OrderStatus status, Task task, @Nullable String paymentToken, @Nullable PaymentId paymentId,
		@Nullable String actionSecret, @Nullable CancelReason cancelReason, @Nullable Instant heldUntil,
		Instant deadline, Money refunded, Money refundPending, @Nullable Shipment shipment, boolean forgotten,
		long version) {

}
