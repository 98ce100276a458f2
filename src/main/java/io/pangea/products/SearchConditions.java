package io.pangea.products;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What rows have to be like, as SQL with parameters. */
record SearchConditions(List<String> conditions, Map<String, Object> parameters, List<String> ranks) {

	static SearchConditions of(ProductStatus status, List<SearchWord> words, @Nullable Long minPrice,
			@Nullable Long maxPrice) {
		var all = new SearchConditions(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
		all.add("p.status = :status", "status", status.name());
		if (minPrice != null) {
			all.add("p.price_minor >= :minPrice", "minPrice", minPrice);
		}
		if (maxPrice != null) {
			all.add("p.price_minor <= :maxPrice", "maxPrice", maxPrice);
		}
		for (int i = 0; i < words.size(); i++) {
			String parameter = "cast(:word" + i + " as text)";
			all.add(words.get(i).condition(parameter), "word" + i, words.get(i).text());
			all.ranks.add(words.get(i).rank(parameter));
		}
		return all;
	}

	SearchConditions add(String condition, String parameter, Object value) {
		this.conditions.add(condition);
		this.parameters.put(parameter, value);
		return this;
	}

	String where() {
		return " where " + String.join(" and ", this.conditions);
	}

	/** How well a row matches, in millionths, so that it can be compared exactly. */
	String rank() {
		return "round((" + String.join(" + ", this.ranks) + ")::numeric * 1000000)::bigint";
	}

}
