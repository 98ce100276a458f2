package io.pangea.cart;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A cart with goods in it expired. */
@DomainEvent(namespace = "cart", name = "cart-abandoned.v1")
public record CartAbandoned(UUID id, Instant occurredAt, CartId cartId, @Nullable AccountId owner, int items) {

}
