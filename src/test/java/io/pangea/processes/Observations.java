package io.pangea.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.pangea.journeys.Shop;
import org.jspecify.annotations.Nullable;

/** What shoppers see of the store, request by request. */
final class Observations {

	private static final Duration PAUSE = Duration.ofMillis(300);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Collection<Seen> seen = new ConcurrentLinkedQueue<>();

	/** What somebody was about. */
	enum About {

		BROWSING, BUYING

	}

	/** One request, and why it failed, if it did. */
	record Seen(About about, Instant at, Duration took, @Nullable String failure) {

		boolean answered() {
			return this.failure == null;
		}

	}

	/**
	 * Makes a request as a sane client does: again, after a pause, when there was no
	 * answer or the store said that it is not able to.
	 */
	<T> T patiently(About about, Supplier<T> request) {
		Instant until = Instant.now().plus(PATIENCE);
		while (true) {
			Instant at = Instant.now();
			try {
				T answer = request.get();
				this.seen.add(new Seen(about, at, Duration.between(at, Instant.now()), null));
				return answer;
			}
			catch (RuntimeException | AssertionError ex) {
				this.seen.add(new Seen(about, at, Duration.between(at, Instant.now()), ex.toString()));
				if (!Shop.isUnanswered(ex) || Instant.now().isAfter(until)) {
					throw ex;
				}
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** The requests that were sent in a span of time. */
	Window between(Instant from, Instant to) {
		return new Window(Duration.between(from, to),
				this.seen.stream().filter((it) -> !it.at().isBefore(from) && it.at().isBefore(to)).toList());
	}

	/** What was seen in a span of time. */
	record Window(Duration length, List<Seen> requests) {

		long count(About about) {
			return this.requests.stream().filter((it) -> it.about() == about).count();
		}

		long failed(About about) {
			return this.requests.stream().filter((it) -> it.about() == about && !it.answered()).count();
		}

	}

}
