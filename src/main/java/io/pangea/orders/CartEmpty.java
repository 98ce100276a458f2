package io.pangea.orders;

import io.pangea.cart.CartId;

/** Nothing in the cart can be bought. */
public final class CartEmpty extends IllegalStateException {

	private final CartId cart;

	public CartEmpty(CartId cart) {
		super("Nothing in the cart can be bought.");
		this.cart = cart;
	}

	public CartId cart() {
		return this.cart;
	}

}
