package io.pangea.platform.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import io.pangea.platform.deliveries.HeldDeliveries.HeldDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that failed.
 *
 * @param listener who was to hear of it: the module, and what it hears
 * @param event what happened, by the name of its type
 * @param content what is known of it, in JSON as a rule; what could not be read stands
 * here with the reason
 * @param attempts how often it was tried
 * @param nextAttemptAt missing when it is parked: nothing happens before it is replayed
 */
public record FailedDelivery(UUID id, String listener, String event, String content, Instant publishedAt, int attempts,
		Instant failedAt, @Nullable Instant nextAttemptAt) {

	/** Parked ones first, the oldest first; then those that are next. */
	static final Comparator<FailedDelivery> ORDER = Comparator
		.comparing(FailedDelivery::nextAttemptAt, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(FailedDelivery::failedAt)
		.thenComparing(FailedDelivery::id);

	static FailedDelivery of(HeldDelivery held) {
		String type = held.eventType();
		return new FailedDelivery(held.id(), held.listenerId(), type.substring(type.lastIndexOf('.') + 1),
				held.serializedEvent(), held.publicationDate(), held.attempts(), held.failedAt(), held.nextAttemptAt());
	}

}
