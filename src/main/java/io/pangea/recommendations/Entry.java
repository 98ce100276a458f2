package io.pangea.recommendations;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of one item.
 *
 * @param shown whether it is on sale or published
 * @param people how many like it
 * @param trend sorts by popularity, whenever one looks: the logarithm to base 2 of likes
 * that fade, plus the time they are told for in half-lives
 */
record Entry(int number, Item item, boolean shown, int minimumAge, Set<String> genres, int people, double trend,
		Instant touchedAt) {

	/** The logarithm of no likes is no number. */
	boolean everLiked() {
		return this.trend != Double.NEGATIVE_INFINITY;
	}

}
