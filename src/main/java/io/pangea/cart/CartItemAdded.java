package io.pangea.cart;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Pieces of a product were put into a cart; what a merge moves was put in before. */
@DomainEvent(namespace = "cart", name = "cart-item-added.v1")
public record CartItemAdded(UUID id, Instant occurredAt, CartId cartId, @Nullable AccountId owner, ProductId productId,
		int quantity) {

}
