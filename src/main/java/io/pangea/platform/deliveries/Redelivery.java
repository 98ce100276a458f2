package io.pangea.platform.deliveries;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries failed deliveries again, in one process at a time. */
@Component
class Redelivery {

	private final HeldDeliveries held;

	private final FailedEventPublications failed;

	private final DeliverySettings settings;

	Redelivery(HeldDeliveries held, FailedEventPublications failed, DeliverySettings settings) {
		this.held = held;
		this.failed = failed;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${pangea.deliveries.poll-interval:500ms}")
	@SchedulerLock(name = "redelivery", lockAtLeastFor = "PT0S")
	void run() {
		this.held.hold();
		if (this.held.returnDue() > 0) {
			// Whatever fails again is held again at the next turn.
			this.failed.resubmit(ResubmissionOptions.defaults()
				.withBatchSize(this.settings.batchSize())
				.withMaxInFlight(this.settings.batchSize()));
		}
	}

}
