package io.pangea.payments;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;

/** Money went back to the payer. */
@DomainEvent(namespace = "payments", name = "payment-refunded.v1")
public record PaymentRefunded(UUID id, Instant occurredAt, PaymentId paymentId, String reference, Money amount) {

}
