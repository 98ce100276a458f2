package io.pangea.storefront;

import java.util.NoSuchElementException;

/** There is no such page. */
class PageNotFound extends NoSuchElementException {

	PageNotFound(String what) {
		super("There is no page for " + what);
	}

}
