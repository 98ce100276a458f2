package io.pangea.cart;

import java.util.NoSuchElementException;

/** There is no such cart, or the caller may not open it. */
public final class CartNotFound extends NoSuchElementException {

	private final CartId cartId;

	public CartNotFound(CartId cartId) {
		super("There is no such cart.");
		this.cartId = cartId;
	}

	public CartId cartId() {
		return this.cartId;
	}

}
