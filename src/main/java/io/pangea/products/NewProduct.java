package io.pangea.products;

/** A product that is about to be added, and how many there are of it. */
record NewProduct(ProductId id, ProductDescription description, int onHand) {

	static NewProduct of(ProductDescription description, int onHand) {
		return new NewProduct(ProductId.next(), description, onHand);
	}

	/** The slug to use when others were taken so many times. */
	String slug(int taken) {
		String name = Slug.of(this.description.name());
		return switch (taken) {
			case 0 -> name;
			case 1 -> name + "-" + Slug.of(this.description.sku());
			default -> name + "-" + this.id;
		};
	}

}
