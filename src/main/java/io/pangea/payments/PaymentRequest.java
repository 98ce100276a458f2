package io.pangea.payments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;

/**
 * What to authorise.
 *
 * @param reference what it pays for, opaque here
 * @param token stands for a means of payment at the provider; never a card number
 */
public record PaymentRequest(@NotNull Money amount,
		@NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String reference,
		@NotBlank @Size(max = 200) String token) {

	@Override
	public String toString() {
		return "PaymentRequest[amount=%s, reference=%s]".formatted(amount, reference);
	}

}
