package io.pangea.videos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What rows have to be like, as SQL with parameters. */
record SearchConditions(List<String> conditions, Map<String, Object> parameters, List<String> ranks) {

	/** What may be seen: in a state by staff, else what is published and available. */
	static SearchConditions seen(@Nullable VideoState state) {
		var all = new SearchConditions(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
		all.add("f.state = :state", "state", ((state != null) ? state : VideoState.PUBLISHED).name());
		if (state == null) {
			all.conditions.add("videos.available(f.available_from, f.available_until)");
		}
		return all;
	}

	SearchConditions words(List<SearchWord> words) {
		for (int i = 0; i < words.size(); i++) {
			String parameter = "cast(:word" + i + " as text)";
			add(words.get(i).condition(parameter), "word" + i, words.get(i).text());
			this.ranks.add(words.get(i).rank(parameter));
		}
		return this;
	}

	SearchConditions filters(VideoSearch search) {
		add("f.series = :series", "series", search.series());
		add("f.access = :access", "access", (search.access() != null) ? search.access().name() : null);
		add("f.minimum_age <= :maximumAge", "maximumAge", search.maximumAge());
		return add("(f.regions = '{}' or :country = any(f.regions))", "country", search.country());
	}

	/** Nothing is asked for where there is no value. */
	SearchConditions add(String condition, String parameter, @Nullable Object value) {
		if (value != null) {
			this.conditions.add(condition);
			this.parameters.put(parameter, value);
		}
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
