package io.pangea.storefront;

/** A page cannot be shown before something was done on another one. */
class ElsewhereFirst extends RuntimeException {

	private final String path;

	ElsewhereFirst(String path) {
		super("First " + path, null, false, false);
		this.path = path;
	}

	String path() {
		return this.path;
	}

}
