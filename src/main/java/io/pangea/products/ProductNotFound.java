package io.pangea.products;

import java.util.NoSuchElementException;

/** There is no such product, or the caller may not see it. */
public final class ProductNotFound extends NoSuchElementException {

	private final String product;

	public ProductNotFound(String product) {
		super("There is no product %s.".formatted(product));
		this.product = product;
	}

	public String product() {
		return this.product;
	}

}
