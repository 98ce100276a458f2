package io.pangea.cart;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Something was put into a cart. */
@DomainEvent(namespace = "cart", name = "cart-item-added.v1")
public record CartItemAdded(UUID id, Instant occurredAt, CartId cartId, @Nullable AccountId owner, ProductId productId,
		int quantity) {

}
