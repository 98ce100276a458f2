package io.pangea.storefront;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.products.Category;
import io.pangea.products.ProductPage.Facet;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The categories to narrow a search by: the departments that have matches, in the order
 * of the shop, and below the one chosen its shelves.
 */
@Component
class CategoryFacets {

	private final Departments departments;

	CategoryFacets(Departments departments) {
		this.departments = departments;
	}

	/** One choice; {@code depth} is 0 for a department. */
	record Choice(Category category, long count, int depth) {

	}

	List<Choice> of(List<Facet> facets, @Nullable String chosen) {
		Map<String, Long> counts = facets.stream().collect(Collectors.toMap(Facet::value, Facet::count));
		List<Category> open = (chosen != null) ? this.departments.pathTo(chosen) : List.of();
		return below(null, 0, counts, open).toList();
	}

	private Stream<Choice> below(@Nullable String parent, int depth, Map<String, Long> counts, List<Category> open) {
		return this.departments.below(parent)
			.stream()
			.filter((it) -> counts.containsKey(it.slug()) || open.contains(it))
			.flatMap((it) -> Stream.concat(
					Stream.of(new Choice(it, counts.getOrDefault(it.slug(), 0L), Math.min(depth, 1))),
					open.contains(it) ? below(it.slug(), depth + 1, counts, open) : Stream.empty()));
	}

}
