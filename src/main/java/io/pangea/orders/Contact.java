package io.pangea.orders;

import io.pangea.accounts.PostalAddress;

/** Whom an order reaches, and where. */
record Contact(String email, PostalAddress address) {

	/** Only the country stays, since the tax depended on it. */
	Contact anonymous() {
		return new Contact("", new PostalAddress("", "", null, "", null, "", this.address.country()));
	}

}
