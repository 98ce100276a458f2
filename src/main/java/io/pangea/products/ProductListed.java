package io.pangea.products;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;
import org.joda.money.Money;

/** A product went on sale. */
@DomainEvent(namespace = "products", name = "product-listed.v1")
public record ProductListed(UUID id, Instant occurredAt, ProductId productId, String sku, String name, Money price) {

}
