package io.pangea.orders;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money of an order was paid back; {@code full} when nothing is left of it. */
@DomainEvent(namespace = "orders", name = "order-refunded.v1")
public record OrderRefunded(UUID id, Instant occurredAt, OrderId orderId, @Nullable AccountId buyer, Money amount,
		boolean full) {

}
