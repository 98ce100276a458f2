package io.pangea.payments;

import java.time.Instant;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent; status and sums are derived from its ledger.
 *
 * @param declineReason as the provider gave it, when declined
 * @param actionSecret opens the challenge to the payer: only in the answer to
 * {@link Payments#authorise}, when an action is required
 */
public record Payment(PaymentId id, String reference, PaymentStatus status, Money amount, Money captured,
		Money refunded, @Nullable String declineReason, @Nullable String actionSecret, Instant createdAt) {

}
