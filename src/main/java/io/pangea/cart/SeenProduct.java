package io.pangea.cart;

import java.time.Instant;

import io.pangea.products.Product;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a cart shows of a product, as seen at an instant. */
record SeenProduct(ProductId id, String slug, String name, @Nullable String image, boolean physical, Money price,
		boolean onSale, Instant seenAt) {

	static SeenProduct of(Product product) {
		ProductDescription description = product.description();
		return new SeenProduct(product.id(), product.slug(), description.name(),
				description.images().stream().findFirst().orElse(null), description.kind() == ProductKind.PHYSICAL,
				description.price(), description.status() == ProductStatus.ACTIVE, product.updatedAt());
	}

	SeenProduct withdrawn() {
		return new SeenProduct(this.id, this.slug, this.name, this.image, this.physical, this.price, false,
				this.seenAt);
	}

}
