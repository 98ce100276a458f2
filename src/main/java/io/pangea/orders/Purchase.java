package io.pangea.orders;

import java.time.Instant;
import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.cart.CartId;
import org.jspecify.annotations.Nullable;

/** What was agreed when an order was placed; never changes. */
record Purchase(OrderId id, String number, @Nullable AccountId buyer, CartId cart, Quote quote, Instant placedAt) {

	List<OrderLine> lines() {
		return this.quote.lines();
	}

	boolean isShipped() {
		return lines().stream().anyMatch(OrderLine::physical);
	}

}
