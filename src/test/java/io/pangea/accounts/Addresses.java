package io.pangea.accounts;

/** Addresses to test with. */
final class Addresses {

	private Addresses() {
	}

	static PostalAddress inBerlin(String recipient) {
		return in("DE", recipient);
	}

	static PostalAddress in(String country, String recipient) {
		return new PostalAddress(recipient, "Unter den Linden 1", null, "Berlin", null, "10117", country);
	}

}
