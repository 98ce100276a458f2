package io.pangea.recommendations;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What goes with each item, by number; immutable. */
final class Neighbours {

	static final Neighbours NONE = new Neighbours(new Row[0]);

	private final @Nullable Row[] rows;

	private Neighbours(@Nullable Row[] rows) {
		this.rows = rows;
	}

	/** These and, instead of what was there, the ones given. */
	Neighbours with(Map<Integer, Row> changed) {
		int length = changed.keySet().stream().mapToInt((number) -> number + 1).max().orElse(0);
		@Nullable Row[] copy = Arrays.copyOf(this.rows, Math.max(length, this.rows.length));
		changed.forEach((number, row) -> copy[number] = row);
		return new Neighbours(copy);
	}

	/** Whether something is known of an item, be it that nothing goes with it. */
	boolean knows(int item) {
		return item < this.rows.length && this.rows[item] != null;
	}

	Row of(int item) {
		Row row = (item < this.rows.length) ? this.rows[item] : null;
		return (row != null) ? row : Row.EMPTY;
	}

}
