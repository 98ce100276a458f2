package io.pangea.products;

import io.pangea.products.ProductSearch.Sort;

/**
 * An order of products: by a key and, where it is equal, by id, so that no two are equal.
 */
record SearchOrder(String key, String type, boolean descending) {

	static SearchOrder of(Sort sort, SearchConditions conditions) {
		return switch (sort) {
			case RELEVANCE -> new SearchOrder(conditions.rank(), "bigint", true);
			case NEWEST -> new SearchOrder("p.id", "uuid", true);
			case PRICE_ASC -> new SearchOrder("p.price_minor", "bigint", false);
			case PRICE_DESC -> new SearchOrder("p.price_minor", "bigint", true);
			case NAME -> new SearchOrder("p.sort_name", "text", false);
		};
	}

	/**
	 * What comes after a position, given by the parameters {@code key} and {@code id}.
	 */
	String after() {
		return "(%s, p.id) %s (cast(:key as %s), cast(:id as uuid))".formatted(this.key, this.descending ? "<" : ">",
				this.type);
	}

	String orderBy() {
		String direction = this.descending ? " desc" : "";
		return " order by " + this.key + direction + ", p.id" + direction;
	}

}
