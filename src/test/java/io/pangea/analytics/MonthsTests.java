package io.pangea.analytics;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.pangea.testing.StoreTest;
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
			Callable<Boolean> make = () -> {
				new Months(this.jdbc, this.settings).make(Instant.parse(month + "-05T00:00:00Z"));
				return true;
			};
			try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
				for (Future<Boolean> made : threads.invokeAll(Stream.generate(() -> make).limit(AT_A_TIME).toList())) {
					assertThat(made.get()).isTrue();
				}
			}
		}
	}

}
