package io.pangea.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is needed to open an account. */
public record Registration(@NotBlank @Email @Size(max = 254) String email,
		@NotBlank @Size(min = 10, max = 128) String password, @NotBlank @Size(max = 120) String name) {

	@Override
	public String toString() {
		return "Registration[email=%s]".formatted(email);
	}

}
