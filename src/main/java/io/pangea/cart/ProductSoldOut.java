package io.pangea.cart;

import io.pangea.products.ProductId;

/** Nothing of the product is left to put into a cart. */
public final class ProductSoldOut extends IllegalStateException {

	private final ProductId productId;

	private final String name;

	public ProductSoldOut(ProductId productId, String name) {
		super("%s is sold out.".formatted(name));
		this.productId = productId;
		this.name = name;
	}

	public ProductId productId() {
		return this.productId;
	}

	public String name() {
		return this.name;
	}

}
