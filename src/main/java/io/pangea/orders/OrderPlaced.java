package io.pangea.orders;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Someone placed an order. */
@DomainEvent(namespace = "orders", name = "order-placed.v1")
public record OrderPlaced(UUID id, Instant occurredAt, OrderId orderId, @Nullable AccountId buyer, Money total) {

}
