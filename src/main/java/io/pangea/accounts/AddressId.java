package io.pangea.accounts;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one saved address of an account. */
public record AddressId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static AddressId next() {
		return new AddressId(UuidCreator.getTimeOrderedEpoch());
	}

	public static AddressId valueOf(String text) {
		return new AddressId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
