package io.pangea.accounts;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one account; the subject of its access tokens. */
public record AccountId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static AccountId next() {
		return new AccountId(UuidCreator.getTimeOrderedEpoch());
	}

	public static AccountId valueOf(String text) {
		return new AccountId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
