package io.pangea.laws.broken.errors;

import java.time.Instant;

/** An error that says something none of its fields remembers. */
public class HalfTold extends IllegalStateException {

	private final String book;

	public HalfTold(String book) {
		super("%s is lent out as of %s.".formatted(book, Instant.now()));
		this.book = book;
	}

	public String book() {
		return this.book;
	}

}
