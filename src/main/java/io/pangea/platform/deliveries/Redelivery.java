package io.pangea.platform.deliveries;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries failed deliveries again, in one process at a time. */
@Component
class Redelivery {

	private final HeldDeliveries held;

	private final FailedEventPublications failed;

	private final LocalListeners listeners;

	private final Hands hands;

	private final DeliverySettings settings;

	Redelivery(HeldDeliveries held, FailedEventPublications failed, LocalListeners listeners, Hands hands,
			DeliverySettings settings) {
		this.held = held;
		this.listeners = listeners;
		this.failed = failed;
		this.hands = hands;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${pangea.deliveries.poll-interval:500ms}")
	@SchedulerLock(name = "redelivery", lockAtLeastFor = "PT0S", lockAtMostFor = "PT30S")
	void run() {
		this.held.giveUpStale(this.hands.idle());
		this.held.hold();
		if (this.held.returnDue(this.listeners.ids()) > 0) {
			// Whatever fails again is held again at the next turn. Processes that run
			// other
			// modules may share the table; theirs is not for us to fail.
			this.failed.resubmit(ResubmissionOptions.defaults()
				.withFilter(this::isForHere)
				.withBatchSize(this.settings.batchSize())
				.withMaxInFlight(this.settings.batchSize()));
		}
	}

	private boolean isForHere(EventPublication publication) {
		return publication instanceof TargetEventPublication target
				&& this.listeners.ids().contains(target.getTargetIdentifier().getValue());
	}

}
