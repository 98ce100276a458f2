package io.pangea.products;

/** The id of a reservation was used to reserve something else before. */
public final class ReservationDiffers extends IllegalStateException {

	private final ReservationId reservationId;

	public ReservationDiffers(ReservationId reservationId) {
		super("The reservation holds something else.");
		this.reservationId = reservationId;
	}

	public ReservationId reservationId() {
		return this.reservationId;
	}

}
