package io.pangea.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods of a plan that were bought at the same time. */
record Term(String plan, int quantity, Instant boughtAt) {

	/**
	 * The subscription that runs.
	 * @param terms in the order they were bought: each begins when the one before is over
	 * @param plans how long a period takes; a plan that is not offered any more takes
	 * none
	 */
	static Optional<LibraryPage.Subscription> running(List<Term> terms, Map<String, Duration> plans, Instant now) {
		Instant until = Instant.MIN;
		String plan = "";
		for (Term term : terms) {
			Instant begins = until.isAfter(term.boughtAt) ? until : term.boughtAt;
			Duration period = plans.getOrDefault(term.plan, Duration.ZERO);
			if (!begins.isAfter(now)) {
				plan = term.plan;
			}
			until = begins.plus(period.multipliedBy(term.quantity));
		}
		return until.isAfter(now) ? Optional.of(new LibraryPage.Subscription(plan, until)) : Optional.empty();
	}

}
