package io.pangea.products;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one import of a CSV file. */
public record ImportId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static ImportId next() {
		return new ImportId(UuidCreator.getTimeOrderedEpoch());
	}

	public static ImportId valueOf(String text) {
		return new ImportId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
