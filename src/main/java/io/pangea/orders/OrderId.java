package io.pangea.orders;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one order. */
public record OrderId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static OrderId next() {
		return new OrderId(UuidCreator.getTimeOrderedEpoch());
	}

	public static OrderId valueOf(String text) {
		return new OrderId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
