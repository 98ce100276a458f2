package io.pangea.storefront;

import io.pangea.accounts.PostalAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The first step of the checkout. */
record AddressForm(@NotBlank @Email @Size(max = 254) String email, @NotNull @Valid PostalAddress address) {

	static PostalAddress blank() {
		return new PostalAddress("", "", "", "", "", "", Countries.likely());
	}

}
