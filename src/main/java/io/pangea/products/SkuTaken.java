package io.pangea.products;

/** Another product has this SKU. */
public final class SkuTaken extends IllegalStateException {

	private final String sku;

	public SkuTaken(String sku) {
		super("Another product has the SKU %s.".formatted(sku));
		this.sku = sku;
	}

	public String sku() {
		return this.sku;
	}

}
