package io.pangea.payments;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/** The provider or the payer refused. */
@DomainEvent(namespace = "payments", name = "payment-declined.v1")
public record PaymentDeclined(UUID id, Instant occurredAt, PaymentId paymentId, String reference, String reason) {

}
