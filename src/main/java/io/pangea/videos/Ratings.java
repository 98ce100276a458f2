package io.pangea.videos;

/**
 * What viewers think of a film, all together.
 *
 * @param average 1 to 5 stars, to one decimal place; 0 while nobody rated it
 */
public record Ratings(int count, double average) {

	static Ratings of(int count, int sum) {
		return new Ratings(count, (count == 0) ? 0 : Math.round(sum * 10.0 / count) / 10.0);
	}

}
