package io.pangea.products;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;

/** The price of a product changed. */
@DomainEvent(namespace = "products", name = "price-changed.v1")
public record PriceChanged(UUID id, Instant occurredAt, ProductId productId, Money before, Money after) {

}
