package io.pangea.payments;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;

/** The money is ours. */
@DomainEvent(namespace = "payments", name = "payment-captured.v1")
public record PaymentCaptured(UUID id, Instant occurredAt, PaymentId paymentId, String reference, Money amount) {

}
