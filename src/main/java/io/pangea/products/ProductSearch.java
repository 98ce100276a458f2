package io.pangea.products;

import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; everything may be left out. Prices are compared in the shop's
 * currency only: a search that filters or sorts by price finds nothing that is sold in
 * another.
 *
 * @param q words, typing errors forgiven
 * @param category slug; goods in its sub-categories match too
 * @param minPrice inclusive, in minor units of the shop's currency
 * @param maxPrice inclusive, in minor units of the shop's currency
 * @param status staff may see others than {@link ProductStatus#ACTIVE}
 * @param cursor where the page before ended
 * @param limit 1 to 100, 24 if absent
 */
public record ProductSearch(@Size(max = 200) @Nullable String q, @Nullable String category,
		@Size(max = 100) @Nullable Set<String> brands, @PositiveOrZero @Nullable Long minPrice,
		@PositiveOrZero @Nullable Long maxPrice, @Nullable Sort sort, @Nullable ProductStatus status,
		@Size(max = 2000) @Nullable String cursor, @Min(1) @Max(100) @Nullable Integer limit) {

	boolean comparesPrices() {
		return this.minPrice != null || this.maxPrice != null || this.sort == Sort.PRICE_ASC
				|| this.sort == Sort.PRICE_DESC;
	}

	/** Best match first where words were given, else newest. */
	public enum Sort {

		RELEVANCE, NEWEST, PRICE_ASC, PRICE_DESC, NAME

	}

}
