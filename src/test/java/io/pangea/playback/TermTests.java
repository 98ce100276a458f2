package io.pangea.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final Map<String, Duration> PLANS = Map.of("monthly", Duration.ofDays(30), "yearly",
			Duration.ofDays(365));

	private static Instant day(int days) {
		return START.plus(Duration.ofDays(days));
	}

	@Test
	void runsForItsPeriod() {
		List<Term> terms = List.of(new Term("monthly", 1, day(0)));
		assertThat(Term.running(terms, PLANS, day(29))).contains(new LibraryPage.Subscription("monthly", day(30)));
		assertThat(Term.running(terms, PLANS, day(30))).isEmpty();
	}

	@Test
	void followsTheOneThatRuns() {
		List<Term> terms = List.of(new Term("monthly", 2, day(0)), new Term("yearly", 1, day(10)));
		assertThat(Term.running(terms, PLANS, day(20))).contains(new LibraryPage.Subscription("monthly", day(425)));
		assertThat(Term.running(terms, PLANS, day(60))).contains(new LibraryPage.Subscription("yearly", day(425)));
	}

	@Test
	void beginsAnewAfterAPause() {
		List<Term> terms = List.of(new Term("monthly", 1, day(0)), new Term("monthly", 1, day(100)));
		assertThat(Term.running(terms.subList(0, 1), PLANS, day(50))).isEmpty();
		assertThat(Term.running(terms, PLANS, day(110))).contains(new LibraryPage.Subscription("monthly", day(130)));
	}

	@Test
	void gainsNothingByAPlanNobodyKnows() {
		assertThat(Term.running(List.of(new Term("eternal", 1, day(0))), PLANS, day(1))).isEmpty();
		assertThat(Term.running(List.of(), PLANS, day(1))).isEmpty();
	}

}
