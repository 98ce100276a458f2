package io.pangea.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How much to pay back (all that is left when absent), and why. */
public record Refund(@Nullable Money amount, @NotBlank @Size(max = 200) String reason) {

}
