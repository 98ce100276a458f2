package io.pangea.cart;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one cart; for a guest, knowing it is what opens the cart. */
public record CartId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static CartId next() {
		return new CartId(UuidCreator.getTimeOrderedEpoch());
	}

	public static CartId valueOf(String text) {
		return new CartId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
