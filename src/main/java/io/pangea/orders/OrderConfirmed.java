package io.pangea.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order is paid for and its goods are taken out of stock. */
@DomainEvent(namespace = "orders", name = "order-confirmed.v1")
public record OrderConfirmed(UUID id, Instant occurredAt, OrderId orderId, @Nullable AccountId buyer,
		List<OrderLine> lines, Money total) {

}
