package io.pangea.products;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a search, the counts over all its matches, and where the next page starts.
 */
public record ProductPage(List<Product> items, long total, List<Facet> categories, List<Facet> brands,
		@Nullable String next) {

	/** How many matches share a value; other filters apply, the facet's own does not. */
	public record Facet(String value, long count) {

	}

}
