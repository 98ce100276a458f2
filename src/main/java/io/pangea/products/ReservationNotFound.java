package io.pangea.products;

import java.util.NoSuchElementException;

/** There is no such reservation. */
public final class ReservationNotFound extends NoSuchElementException {

	private final ReservationId reservationId;

	public ReservationNotFound(ReservationId reservationId) {
		super("There is no such reservation.");
		this.reservationId = reservationId;
	}

	public ReservationId reservationId() {
		return this.reservationId;
	}

}
