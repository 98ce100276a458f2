package io.pangea.products;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.pangea.products.ProductPage.Facet;
import org.jspecify.annotations.Nullable;

/**
 * How many matches there are by category and brand, before either is filtered by.
 *
 * @param wanted the categories filtered by, null if any
 * @param brands the brands filtered by, empty if any
 */
record SearchCounts(List<Count> counts, @Nullable Collection<String> wanted, Collection<String> brands) {

	private static final int MOST_BRANDS = 100;

	record Count(String category, @Nullable String brand, long number) {

		boolean in(@Nullable Collection<String> categories) {
			return categories == null || categories.contains(this.category);
		}

		boolean of(Collection<String> brands) {
			return brands.isEmpty() || (this.brand != null && brands.contains(this.brand));
		}

	}

	long total() {
		return this.counts.stream()
			.filter((count) -> count.in(this.wanted) && count.of(this.brands))
			.mapToLong(Count::number)
			.sum();
	}

	/** Counts a product for its category and all above it. */
	List<Facet> categories(List<Category> tree) {
		Map<String, Category> bySlug = new HashMap<>();
		tree.forEach((category) -> bySlug.put(category.slug(), category));
		Map<String, Long> numbers = new HashMap<>();
		for (Count count : matching((it) -> it.of(this.brands))) {
			for (Category at = bySlug.get(count.category()); at != null; at = bySlug.get(at.parent())) {
				numbers.merge(at.slug(), count.number(), Long::sum);
			}
		}
		return facets(numbers);
	}

	List<Facet> brandFacets() {
		Map<String, Long> numbers = new HashMap<>();
		for (Count count : matching((it) -> it.in(this.wanted))) {
			if (count.brand() != null) {
				numbers.merge(count.brand(), count.number(), Long::sum);
			}
		}
		return facets(numbers).stream().limit(MOST_BRANDS).toList();
	}

	private List<Count> matching(Predicate<Count> filter) {
		return this.counts.stream().filter(filter).toList();
	}

	private static List<Facet> facets(Map<String, Long> numbers) {
		return numbers.entrySet()
			.stream()
			.map((entry) -> new Facet(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value))
			.toList();
	}

}
