package io.pangea.products;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/** Nothing of a product is available any more. */
@DomainEvent(namespace = "products", name = "stock-ran-out.v1")
public record StockRanOut(UUID id, Instant occurredAt, ProductId productId) {

}
