package io.pangea.accounts;

import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Identifies one account; the subject of its access tokens. */
public record AccountId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static AccountId next() {
		return new AccountId(UuidCreator.getTimeOrderedEpoch());
	}

	public static AccountId valueOf(String text) {
		return new AccountId(UUID.fromString(text));
	}

	/** The account of whoever is calling; empty for guests and for modules. */
	public static Optional<AccountId> ofCaller() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller != null && caller.getPrincipal() instanceof Jwt) ? Optional.of(valueOf(caller.getName()))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
