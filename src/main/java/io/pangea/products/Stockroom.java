package io.pangea.products;

import java.time.Duration;

import org.springframework.web.bind.annotation.RestController;

/** Holds goods back, hands them out, puts them back. */
@RestController
class Stockroom implements Inventory {

	private static final Duration LONGEST_HOLD = Duration.ofDays(7);

	private final Reservations reservations;

	Stockroom(Reservations reservations) {
		this.reservations = reservations;
	}

	@Override
	public Reservation reserve(ReservationId id, ReservationRequest request) {
		if (!request.holdFor().isPositive() || request.holdFor().compareTo(LONGEST_HOLD) > 0) {
			throw new InvalidField("holdFor", "must be above zero and at most " + LONGEST_HOLD);
		}
		return this.reservations.hold(id, request);
	}

	@Override
	public Reservation commit(ReservationId id) {
		return this.reservations.commit(id);
	}

	@Override
	public void release(ReservationId id) {
		this.reservations.release(id);
	}

}
