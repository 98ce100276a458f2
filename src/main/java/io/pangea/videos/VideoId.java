package io.pangea.videos;

import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jmolecules.ddd.types.Identifier;

/** Identifies one film or episode. */
public record VideoId(UUID value) implements Identifier {

	/** A new id: UUIDv7, time-ordered and unguessable. */
	public static VideoId next() {
		return new VideoId(UuidCreator.getTimeOrderedEpoch());
	}

	public static VideoId valueOf(String text) {
		return new VideoId(UUID.fromString(text));
	}

	/** The id that a text is, if it is one as {@link #toString} writes it. */
	public static Optional<VideoId> parse(String text) {
		try {
			return Optional.of(valueOf(text)).filter((it) -> it.toString().equals(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
