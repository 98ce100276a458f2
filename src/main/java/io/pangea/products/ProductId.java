package io.pangea.products;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one product on sale. */
public record ProductId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static ProductId next() {
		return new ProductId(UuidCreator.getTimeOrderedEpoch());
	}

	public static ProductId valueOf(String text) {
		return new ProductId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
