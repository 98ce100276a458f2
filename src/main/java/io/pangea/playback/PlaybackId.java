package io.pangea.playback;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one viewing of a film on one device. */
public record PlaybackId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static PlaybackId next() {
		return new PlaybackId(UuidCreator.getTimeOrderedEpoch());
	}

	public static PlaybackId valueOf(String text) {
		return new PlaybackId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
