package io.pangea.products;

/** A product names a category that does not exist. */
public final class CategoryUnknown extends IllegalArgumentException {

	private final String category;

	public CategoryUnknown(String category) {
		super("There is no category %s.".formatted(category));
		this.category = category;
	}

	public String category() {
		return this.category;
	}

}
