package io.pangea.products;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** What to hold back and for how long: a moment to a week. */
public record ReservationRequest(@NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines,
		@NotNull Duration holdFor) {

	/** A number of one product. */
	public record Line(@NotNull ProductId productId, @Positive int quantity) {

	}

}
