package io.pangea.analytics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The months that facts are kept in, each a partition of its own: made ahead, or when a
 * fact of it comes late, and dropped as a whole.
 */
@Component
class Months {

	private static final int AHEAD = 2;

	private final JdbcClient jdbc;

	private final AnalyticsSettings settings;

	Months(JdbcClient jdbc, AnalyticsSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** Whether facts of a time are kept. */
	boolean keeps(Instant time) {
		return !of(time).isBefore(oldest()) && !of(time).isAfter(of(Instant.now()).plusMonths(AHEAD));
	}

	/** The oldest month of which facts are kept. */
	YearMonth oldest() {
		return of(Instant.now()).minus(this.settings.retention().withDays(0).normalized());
	}

	/** Sees to it that facts of a time have a place. */
	void make(Instant time) {
		make(of(time));
	}

	/** Not remembered here: who made it last may not have committed yet. */
	private void make(YearMonth month) {
		this.jdbc.sql("select 1 from analytics.make_month(:month)")
			.param("month", month.atDay(1))
			.query(Integer.class)
			.single();
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
	@SchedulerLock(name = "analytics.months")
	void turn() {
		YearMonth now = of(Instant.now());
		for (int ahead = 0; ahead <= AHEAD; ahead++) {
			make(now.plusMonths(ahead));
		}
		this.jdbc.sql("select analytics.drop_months_before(:month)")
			.param("month", oldest().atDay(1))
			.query(Integer.class)
			.single();
	}

	private static YearMonth of(Instant time) {
		return YearMonth.from(time.atOffset(ZoneOffset.UTC));
	}

}
