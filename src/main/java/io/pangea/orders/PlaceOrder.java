package io.pangea.orders;

import io.pangea.accounts.PostalAddress;
import io.pangea.cart.CartId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What someone orders.
 *
 * @param shownTotal the total they were shown; when it no longer holds the order is
 * refused
 * @param paymentToken stands for a means of payment at the provider; never a card number
 */
public record PlaceOrder(@NotNull CartId cart, @NotBlank @Email @Size(max = 254) String email,
		@NotNull @Valid PostalAddress address, @Size(max = 40) @Nullable String deliveryOption,
		@Nullable Money shownTotal, @NotBlank @Size(max = 200) String paymentToken) {

	@Override
	public String toString() {
		return "PlaceOrder[cart=%s]".formatted(cart);
	}

}
