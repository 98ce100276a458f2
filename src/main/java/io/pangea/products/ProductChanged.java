package io.pangea.products;

import java.util.ConcurrentModificationException;

/** Somebody changed the product since it was read. */
public final class ProductChanged extends ConcurrentModificationException {

	private final ProductId productId;

	private final long version;

	public ProductChanged(ProductId productId, long version) {
		super("The product was changed in the meantime; it is now at version %d.".formatted(version));
		this.productId = productId;
		this.version = version;
	}

	public ProductId productId() {
		return this.productId;
	}

	public long version() {
		return this.version;
	}

}
