package io.pangea.videos;

import io.pangea.videos.VideoSearch.Sort;

/**
 * An order of films: by a key and, where it is equal, by id, so that no two are equal.
 */
record SearchOrder(String key, String type, boolean descending) {

	/**
	 * As if five viewers more had given three stars, so that one alone does not lift a
	 * film above what hundreds like.
	 */
	private static final String ESTEEM = "((coalesce(r.sum, 0) + 15) * 1000000::bigint / (coalesce(r.count, 0) + 5))";

	static SearchOrder of(Sort sort, SearchConditions conditions) {
		return switch (sort) {
			case RELEVANCE -> new SearchOrder(conditions.rank(), "bigint", true);
			case NEWEST -> new SearchOrder("f.id", "uuid", true);
			case YEAR -> new SearchOrder("f.year", "int", true);
			case TITLE -> new SearchOrder("f.sort_title", "text", false);
			case RATING -> new SearchOrder(ESTEEM, "bigint", true);
		};
	}

	/**
	 * What comes after a position, given by the parameters {@code key} and {@code id}.
	 */
	String after() {
		return "(%s, f.id) %s (cast(:key as %s), cast(:id as uuid))".formatted(this.key, this.descending ? "<" : ">",
				this.type);
	}

	String orderBy() {
		String direction = this.descending ? " desc" : "";
		return " order by " + this.key + direction + ", f.id" + direction;
	}

}
