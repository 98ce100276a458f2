package io.pangea.products;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/**
 * Identifies one reservation of stock; chosen by who reserves, so that a repeat finds it.
 */
public record ReservationId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static ReservationId next() {
		return new ReservationId(UuidCreator.getTimeOrderedEpoch());
	}

	public static ReservationId valueOf(String text) {
		return new ReservationId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
