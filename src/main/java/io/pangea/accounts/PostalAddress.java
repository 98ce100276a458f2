package io.pangea.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where someone receives post. {@code country} is ISO 3166-1 alpha-2. */
public record PostalAddress(@NotBlank @Size(max = 120) String recipient, @NotBlank @Size(max = 160) String line1,
		@Size(max = 160) @Nullable String line2, @NotBlank @Size(max = 80) String city,
		@Size(max = 80) @Nullable String region, @NotBlank @Size(max = 16) String postalCode,
		@NotBlank @Pattern(regexp = "[A-Z]{2}") String country) {

}
