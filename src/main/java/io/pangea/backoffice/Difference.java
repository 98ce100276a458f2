package io.pangea.backoffice;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A field that says one thing now and another in the form. */
record Difference(String field, String stored, String typed) {

	/**
	 * @param fields how each field of a form is read, by its name
	 */
	static <F> List<Difference> between(F stored, F typed, Map<String, Function<F, String>> fields) {
		return fields.entrySet()
			.stream()
			.map((it) -> new Difference(it.getKey(), it.getValue().apply(stored), it.getValue().apply(typed)))
			.filter((it) -> !it.stored().equals(it.typed()))
			.toList();
	}

}
