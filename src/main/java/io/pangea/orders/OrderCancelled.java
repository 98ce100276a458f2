package io.pangea.orders;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** An order will not be carried out. */
@DomainEvent(namespace = "orders", name = "order-cancelled.v1")
public record OrderCancelled(UUID id, Instant occurredAt, OrderId orderId, @Nullable AccountId buyer, String reason) {

}
