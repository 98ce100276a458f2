package io.pangea.products;

import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives the stock of reservations back whose time is over. */
@Component
class ReservationExpiry {

	private static final Logger LOG = LoggerFactory.getLogger(ReservationExpiry.class);

	private static final int BATCH = 500;

	private final Reservations reservations;

	ReservationExpiry(Reservations reservations) {
		this.reservations = reservations;
	}

	@Scheduled(fixedDelayString = "${pangea.products.expiry-interval:10s}")
	@SchedulerLock(name = "products.reservation-expiry")
	void releaseExpired() {
		long released = 0;
		List<ReservationId> due;
		do {
			due = this.reservations.expired(BATCH);
			released += due.stream().filter(this.reservations::release).count();
		}
		while (due.size() == BATCH);
		if (released > 0) {
			LOG.info("{} reservations expired, their stock is back", released);
		}
	}

}
