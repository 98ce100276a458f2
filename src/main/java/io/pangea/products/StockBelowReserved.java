package io.pangea.products;

/** Less stock on hand than is reserved already. */
public final class StockBelowReserved extends IllegalStateException {

	private final ProductId productId;

	private final int onHand;

	private final int reserved;

	public StockBelowReserved(ProductId productId, int onHand, int reserved) {
		super("%d are reserved, so that there cannot be only %d on hand.".formatted(reserved, onHand));
		this.productId = productId;
		this.onHand = onHand;
		this.reserved = reserved;
	}

	public ProductId productId() {
		return this.productId;
	}

	public int onHand() {
		return this.onHand;
	}

	public int reserved() {
		return this.reserved;
	}

}
