package io.pangea.storefront;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;

import org.springframework.stereotype.Component;

/** Pictures and translated names for lines of carts and orders, which bring neither. */
@Component
class Shelf {

	private final ProductCatalog catalog;

	private final Extras extras;

	Shelf(ProductCatalog catalog, Extras extras) {
		this.catalog = catalog;
		this.extras = extras;
	}

	/** Empty while nobody answers: the lines can be read without. */
	Map<ProductId, Product> lookup(Stream<ProductId> ids) {
		Set<ProductId> asked = ids.limit(200).collect(Collectors.toSet());
		return asked.isEmpty() ? Map.of()
				: this.extras.ask("products", () -> this.catalog.lookup(asked))
					.orElse(List.of())
					.stream()
					.collect(Collectors.toMap(Product::id, Function.identity()));
	}

}
