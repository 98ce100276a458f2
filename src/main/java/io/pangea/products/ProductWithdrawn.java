package io.pangea.products;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/** A product is no longer sold. */
@DomainEvent(namespace = "products", name = "product-withdrawn.v1")
public record ProductWithdrawn(UUID id, Instant occurredAt, ProductId productId) {

}
