package io.pangea.videos;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One word of a search, in lower case without accents. Where the catalogue has the word,
 * it is meant as written; where it has not, but has it with two letters swapped, that is
 * meant, and else titles and names that resemble it.
 */
record SearchWord(String text, boolean stop, boolean known) {

	private static final int LONGEST = 40;

	/** The same word in every language there is full text for; its parameter is named. */
	static String query(String parameter) {
		return """
				(plainto_tsquery('simple', %1$s) || plainto_tsquery('english', %1$s)
				|| plainto_tsquery('portuguese', %1$s))""".formatted(parameter);
	}

	/**
	 * The word with two neighbouring letters swapped, in each place where that is
	 * possible.
	 */
	List<String> swapped() {
		boolean letters = this.text.length() > 3 && this.text.length() <= LONGEST
				&& this.text.chars().allMatch(Character::isLetter);
		return !letters ? List.of()
				: IntStream.range(0, this.text.length() - 1)
					.mapToObj((at) -> this.text.substring(0, at) + this.text.charAt(at + 1) + this.text.charAt(at)
							+ this.text.substring(at + 2))
					.toList();
	}

	String condition(String parameter) {
		return this.known ? "f.words @@ " + query(parameter) : parameter + " operator(public.<%) f.names";
	}

	/** How well a film that matches does so: 0 to about 1. */
	String rank(String parameter) {
		return this.known ? "ts_rank(f.words, " + query(parameter) + ")"
				: "public.word_similarity(" + parameter + ", f.names)";
	}

}
