package io.pangea.products;

/** Fewer are available than were asked for. */
public final class OutOfStock extends IllegalStateException {

	private final ProductId productId;

	private final int requested;

	private final int available;

	public OutOfStock(ProductId productId, int requested, int available) {
		super("%d asked for, %d available.".formatted(requested, available));
		this.productId = productId;
		this.requested = requested;
		this.available = available;
	}

	public ProductId productId() {
		return this.productId;
	}

	public int requested() {
		return this.requested;
	}

	public int available() {
		return this.available;
	}

}
