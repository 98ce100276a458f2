package io.pangea.payments;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one payment intent. */
public record PaymentId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static PaymentId next() {
		return new PaymentId(UuidCreator.getTimeOrderedEpoch());
	}

	public static PaymentId valueOf(String text) {
		return new PaymentId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
