package io.pangea.videos;

/**
 * One word of a search, in lower case without accents. Where the catalogue has the word,
 * it is meant as written; where it has not, titles and names that resemble it are meant.
 */
record SearchWord(String text, boolean stop, boolean known) {

	/** The same word in every language there is full text for; its parameter is named. */
	static String query(String parameter) {
		return """
				(plainto_tsquery('simple', %1$s) || plainto_tsquery('english', %1$s)
				|| plainto_tsquery('portuguese', %1$s))""".formatted(parameter);
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
