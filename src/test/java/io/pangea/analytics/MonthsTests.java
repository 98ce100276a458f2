package io.pangea.analytics;

import java.time.Instant;
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

	@Test
	void whoeverIsFirstMakesAMonthAndTheOthersUseIt() throws Exception {
		for (String month : List.of("2091-01", "2091-02", "2091-03")) {
			assertThat(AtOnce.times(AT_A_TIME, () -> {
				new Months(this.jdbc, this.settings).make(Instant.parse(month + "-05T00:00:00Z"));
				return true;
			})).hasSize(AT_A_TIME).containsOnly(true);
		}
	}

}
