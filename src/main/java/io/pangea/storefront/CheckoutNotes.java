package io.pangea.storefront;

import io.pangea.accounts.PostalAddress;
import org.jspecify.annotations.Nullable;

/** What was filled in at the checkout so far; the browser keeps it, no server does. */
record CheckoutNotes(String email, PostalAddress address, @Nullable String delivery) {

	CheckoutNotes by(@Nullable String deliveryOption) {
		return new CheckoutNotes(this.email, this.address, deliveryOption);
	}

	@Override
	public String toString() {
		return "CheckoutNotes[country=%s, delivery=%s]".formatted(this.address.country(), this.delivery);
	}

}
