package io.pangea.analytics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import io.pangea.testing.StoreTest;
import io.pangea.testing.AtOnce;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The places of facts, by months. */
@StoreTest
class MonthsTests {

	private static final int AT_A_TIME = 8;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AnalyticsSettings settings;

	@Autowired
	private Months months;

	@Test
	void whoeverIsFirstMakesAMonthAndTheOthersUseIt() throws Exception {
		for (String month : List.of("2091-01", "2091-02", "2091-03")) {
			assertThat(AtOnce.times(AT_A_TIME, () -> {
				new Months(this.jdbc, this.settings).make(Instant.parse(month + "-05T00:00:00Z"));
				return true;
			})).hasSize(AT_A_TIME).containsOnly(true);
		}
	}

	@Test
	void dropsMonthsOlderThanFactsAreKeptAndNoOthers() {
		YearMonth oldest = YearMonth.now(ZoneOffset.UTC).minusMonths(25);
		make(oldest);
		make(oldest.minusMonths(1));
		make(YearMonth.of(2001, 1));
		this.months.turn();
		assertThat(partitions()).contains(name(oldest), name(YearMonth.now(ZoneOffset.UTC).plusMonths(2)))
			.doesNotContain(name(oldest.minusMonths(1)), name(YearMonth.of(2001, 1)));
	}

	@Test
	void keepsNoFactsOfMonthsThatWereDropped() {
		Instant oldest = YearMonth.now(ZoneOffset.UTC)
			.minusMonths(25)
			.atDay(1)
			.atStartOfDay()
			.toInstant(ZoneOffset.UTC);
		assertThat(this.months.keeps(oldest)).isTrue();
		assertThat(this.months.keeps(oldest.minusMillis(1))).isFalse();
	}

	private void make(YearMonth month) {
		this.months.make(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
	}

	private List<String> partitions() {
		return this.jdbc.sql(
				"select relname from pg_class join pg_inherits on oid = inhrelid where inhparent = 'analytics.facts'::regclass")
			.query(String.class)
			.list();
	}

	private static String name(YearMonth month) {
		return "facts_" + month.toString().replace('-', '_');
	}

}
