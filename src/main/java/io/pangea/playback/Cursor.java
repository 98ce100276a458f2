package io.pangea.playback;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list of films, ordered by time, after one of them; opaque to others.
 *
 * @param at as exact as the database keeps it
 */
record Cursor(Instant at, UUID video) {

	/** 24 bytes in base64url. */
	static final String SHAPE = "[A-Za-z0-9_-]{32}";

	/** Before all there is. */
	private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

	static String after(Instant at, VideoId video) {
		byte[] bytes = ByteBuffer.allocate(24)
			.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
			.putLong(video.value().getMostSignificantBits())
			.putLong(video.value().getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().encodeToString(bytes);
	}

	static Cursor parse(@Nullable String cursor) {
		if (cursor == null) {
			return START;
		}
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
		Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
		Instant known = at.isAfter(START.at) ? START.at : at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
		return new Cursor(known, new UUID(bytes.getLong(), bytes.getLong()));
	}

	OffsetDateTime time() {
		return this.at.atOffset(ZoneOffset.UTC);
	}

}
