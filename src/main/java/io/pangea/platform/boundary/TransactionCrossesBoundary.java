package io.pangea.platform.boundary;

/**
 * A module was called while the caller's transaction was open: what changes together must
 * live together.
 */
class TransactionCrossesBoundary extends IllegalStateException {

	TransactionCrossesBoundary(String caller, String call) {
		super("%s called %s with a transaction open; close it before asking another module".formatted(caller, call));
	}

}
