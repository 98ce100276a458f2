package io.pangea.products;

/** The reservation was released before it was committed. */
public final class ReservationExpired extends IllegalStateException {

	private final ReservationId reservationId;

	public ReservationExpired(ReservationId reservationId) {
		super("The reservation has expired.");
		this.reservationId = reservationId;
	}

	public ReservationId reservationId() {
		return this.reservationId;
	}

}
