package io.pangea.products;

import java.time.Instant;
import java.util.List;

/** Stock held back until {@code expiresAt}, unless committed before. */
public record Reservation(ReservationId id, Status status, List<ReservationRequest.Line> lines, Instant expiresAt) {

	/** Held, taken for good, or given back (by release or expiry). */
	public enum Status {

		HELD, COMMITTED, RELEASED

	}

}
