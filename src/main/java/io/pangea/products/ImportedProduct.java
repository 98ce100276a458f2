package io.pangea.products;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an imported file says of a product; what it does not say is left as it
 * is.
 */
record ImportedProduct(String sku, String name, Money price, @Nullable String description, @Nullable String category,
		@Nullable String brand, @Nullable Integer stock) {

	static final String CATEGORY = "imported";

	NewProduct toNewProduct() {
		ProductDescription added = new ProductDescription(this.sku, this.name,
				Objects.requireNonNullElse(this.description, ""), Objects.requireNonNullElse(this.category, CATEGORY),
				this.brand, ProductKind.PHYSICAL, this.price, List.of(), Map.of(), Map.of(), null,
				ProductStatus.ACTIVE);
		return NewProduct.of(added, Objects.requireNonNullElse(this.stock, 0));
	}

	ProductDescription appliedTo(ProductDescription before) {
		return new ProductDescription(before.sku(), this.name,
				Objects.requireNonNullElse(this.description, before.description()),
				Objects.requireNonNullElse(this.category, before.category()),
				(this.brand != null) ? this.brand : before.brand(), before.kind(), this.price, before.images(),
				before.attributes(), before.translations(), before.filmId(), before.status());
	}

}
