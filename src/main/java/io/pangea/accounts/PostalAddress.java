package io.pangea.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where someone receives post. {@code country} is ISO 3166-1 alpha-2. */
public record PostalAddress(@NotBlank @OneLine @Size(max = 120) String recipient,
		@NotBlank @OneLine @Size(max = 160) String line1, @OneLine @Size(max = 160) @Nullable String line2,
		@NotBlank @OneLine @Size(max = 80) String city, @OneLine @Size(max = 80) @Nullable String region,
		@NotBlank @OneLine @Size(max = 16) String postalCode, @NotBlank @CountryCode String country) {

}
