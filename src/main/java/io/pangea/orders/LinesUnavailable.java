package io.pangea.orders;

import java.util.List;

import io.pangea.products.ProductId;

/**
 * Some of the cart can no longer be bought, or not as many. Nothing is left out silently:
 * they have to be taken out of the cart first.
 */
public final class LinesUnavailable extends IllegalStateException {

	private final List<ProductId> products;

	public LinesUnavailable(List<ProductId> products) {
		super("%d products in the cart cannot be bought as they are.".formatted(products.size()));
		this.products = List.copyOf(products);
	}

	public List<ProductId> products() {
		return this.products;
	}

}
