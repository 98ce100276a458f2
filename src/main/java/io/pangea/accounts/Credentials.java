package io.pangea.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What someone signs in with. */
public record Credentials(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 128) String password) {

	@Override
	public String toString() {
		return "Credentials[email=%s]".formatted(email);
	}

}
