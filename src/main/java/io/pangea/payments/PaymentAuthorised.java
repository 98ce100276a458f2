package io.pangea.payments;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;

/** The provider holds the money for us. */
@DomainEvent(namespace = "payments", name = "payment-authorised.v1")
public record PaymentAuthorised(UUID id, Instant occurredAt, PaymentId paymentId, String reference, Money amount) {

}
