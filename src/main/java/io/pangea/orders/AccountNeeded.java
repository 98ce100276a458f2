package io.pangea.orders;

import java.util.List;

import io.pangea.products.ProductId;

/**
 * Films and subscriptions are watched by the account that bought them, so a guest has to
 * sign in first. The cart stays as it is.
 */
public final class AccountNeeded extends IllegalStateException {

	private final List<ProductId> products;

	public AccountNeeded(List<ProductId> products) {
		super("%d products in the cart are bought for an account; sign in first.".formatted(products.size()));
		this.products = List.copyOf(products);
	}

	public List<ProductId> products() {
		return this.products;
	}

}
