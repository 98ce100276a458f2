package io.pangea.storefront;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Pictures and translated names for lines of carts and orders, which bring neither. */
@Component
class Shelf {

	private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

	private final ProductCatalog catalog;

	Shelf(ProductCatalog catalog) {
		this.catalog = catalog;
	}

	/** Empty while nobody answers: the lines can be read without. */
	Map<ProductId, Product> lookup(Stream<ProductId> ids) {
		try {
			return this.catalog.lookup(ids.limit(200).collect(Collectors.toSet()))
				.stream()
				.collect(Collectors.toMap(Product::id, Function.identity()));
		}
		catch (RuntimeException ex) {
			LOG.warn("The products are not to be had, lines show their names as ordered", ex);
			return Map.of();
		}
	}

}
