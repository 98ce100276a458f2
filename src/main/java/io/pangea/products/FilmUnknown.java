package io.pangea.products;

/** A product is said to sell a film that there is not. */
public final class FilmUnknown extends IllegalArgumentException {

	private final String filmId;

	public FilmUnknown(String filmId) {
		super("There is no film %s to sell.".formatted(filmId));
		this.filmId = filmId;
	}

	public String filmId() {
		return this.filmId;
	}

}
