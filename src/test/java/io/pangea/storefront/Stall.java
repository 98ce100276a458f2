package io.pangea.storefront;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import io.pangea.testing.People;
import org.joda.money.Money;

/** Puts goods of its own on sale, in a category of the demo catalogue. */
record Stall(ProductCatalog catalog, People people) {

	Product offer(String name, String price, int stock) {
		Product added = add(name, price, ProductKind.PHYSICAL);
		return this.people.as(this.people.staff(), () -> this.catalog.setStock(added.id(), stock));
	}

	/** Something that is not shipped, and of which there is always enough. */
	Product offerDownload(String name, String price) {
		return add(name, price, ProductKind.DIGITAL);
	}

	private Product add(String name, String price, ProductKind kind) {
		String sku = "STALL-" + UUID.randomUUID();
		var description = new ProductDescription(sku, name, "First words.\n\nSecond words.", "tea-coffee", "Stall",
				kind, Money.parse(price), List.of(), Map.of("Colour", "Blue"),
				Map.of("pt-BR", new ProductDescription.Words(name + " em português", "Palavras.")), null,
				ProductStatus.ACTIVE);
		return this.people.as(this.people.staff(), () -> this.catalog.add(description, null));
	}

	Product reprice(Product product, String price) {
		ProductDescription old = product.description();
		var description = new ProductDescription(old.sku(), old.name(), old.description(), old.category(), old.brand(),
				old.kind(), Money.parse(price), old.images(), old.attributes(), old.translations(), old.filmId(),
				old.status());
		People.Person staff = this.people.staff();
		long version = this.catalog.find(product.id()).version();
		return this.people.as(staff, () -> this.catalog.update(product.id(), description, "\"%d\"".formatted(version)));
	}

}
