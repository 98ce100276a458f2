package io.pangea.backoffice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a page shows as a picture and as a table.
 *
 * @param id names it on the page and in the texts
 * @param kind {@code line}, {@code bar}, or {@code steps} for bars that lie
 * @param labels what each row of the table is about
 */
record Chart(String id, String kind, List<String> labels, List<Line> lines) {

	/** Whether nothing happened. */
	@JsonIgnore
	public boolean nothing() {
		return this.lines.stream().flatMap((it) -> it.values().stream()).allMatch((it) -> it == null || it == 0);
	}

	/**
	 * One column of the table.
	 *
	 * @param name key of its text
	 * @param unit {@code count}, {@code percent} in hundredths, {@code seconds},
	 * {@code milliseconds}, or the code of a currency for its minor units
	 */
	record Line(String name, String unit, List<@Nullable Long> values) {

		static Line of(String name, String unit, Stream<@Nullable Long> values) {
			return new Line(name, unit,
					Collections.unmodifiableList(values.collect(ArrayList::new, ArrayList::add, ArrayList::addAll)));
		}

		static @Nullable Long number(@Nullable Integer value) {
			return (value != null) ? Long.valueOf(value) : null;
		}

	}

}
