package io.pangea.payments;

import org.joda.money.Money;

/** What the payer is asked to approve at the provider; {@code open} until answered. */
public record Challenge(PaymentId id, Money amount, String reference, boolean open) {

}
