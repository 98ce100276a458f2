package io.pangea.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is needed to open an account. */
public record Registration(@NotBlank @Email @OneLine @Size(max = 254) String email,
		@NotBlank @Size(min = 10, max = 128) String password, @NotBlank @OneLine @Size(max = 120) String name) {

	public Registration {
		email = strip(email);
		name = strip(name);
	}

	/** Nothing stays nothing, for the validation to find. */
	@SuppressWarnings("NullAway")
	private static String strip(@Nullable String text) {
		return (text != null) ? text.strip() : null;
	}

	@Override
	public String toString() {
		return "Registration[email=%s]".formatted(email);
	}

}
