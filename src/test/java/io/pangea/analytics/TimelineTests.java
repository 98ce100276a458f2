package io.pangea.analytics;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimelineTests {

	@ParameterizedTest
	@CsvSource({ "2026-03-29,Europe/London,23", "2026-10-25,Europe/London,25", "2018-11-04,America/Sao_Paulo,23",
			"2018-02-17,America/Sao_Paulo,25", "2026-11-26,Asia/Kathmandu,24", "2026-10-04,Australia/Lord_Howe,24" })
	void daysHaveAsManyHoursAsTheClockMakes(LocalDate day, String zone, int hours) {
		Timeline timeline = timeline(day, day, zone, Grouping.HOUR);
		assertThat(timeline.periods()).hasSize(hours);
		assertThat(timeline.periods().stream().map(Period::label)).doesNotHaveDuplicates();
		hasNoGaps(timeline);
		assertThat(timeline(day, day, zone, Grouping.DAY).from()).isEqualTo(timeline.from());
		assertThat(timeline(day, day, zone, Grouping.DAY).to()).isEqualTo(timeline.to());
	}

	/** In Brazil the clocks were changed at midnight. */
	@Test
	void dayBeginsWhenItsMidnightDoesNotExist() {
		Timeline timeline = timeline(LocalDate.of(2018, 11, 4), LocalDate.of(2018, 11, 4), "America/Sao_Paulo",
				Grouping.HOUR);
		assertThat(timeline.periods().getFirst().label()).isEqualTo("2018-11-04T01:00-02:00");
		assertThat(timeline.from()).isEqualTo("2018-11-04T03:00:00Z");
	}

	@Test
	void halfAnHourIsLeftWhereClocksChangeByThat() {
		Timeline timeline = timeline(LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 4), "Australia/Lord_Howe",
				Grouping.HOUR);
		Period last = timeline.periods().getLast();
		assertThat(Duration.between(last.from(), last.to())).hasMinutes(30);
	}

	@Test
	void weeksBeginOnMondayAndAreCutByTheRange() {
		Timeline timeline = timeline(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 8), "UTC", Grouping.WEEK);
		assertThat(timeline.periods()).extracting(Period::label)
			.containsExactly("2026-11-23", "2026-11-30", "2026-12-07");
		assertThat(timeline.from()).isEqualTo("2026-11-26T00:00:00Z");
		assertThat(timeline.to()).isEqualTo("2026-12-09T00:00:00Z");
		hasNoGaps(timeline);
	}

	@Test
	void monthsAndTheWholeAreTold() {
		LocalDate from = LocalDate.of(2026, 1, 31);
		LocalDate to = LocalDate.of(2026, 3, 1);
		assertThat(timeline(from, to, "UTC", Grouping.MONTH).periods()).extracting(Period::label)
			.containsExactly("2026-01", "2026-02", "2026-03");
		assertThat(timeline(from, to, "UTC", Grouping.TOTAL).periods()).extracting(Period::label)
			.containsExactly("2026-01-31/2026-03-01");
	}

	@Test
	void thirtyDaysAreUsual() {
		assertThat(Timeline.of(new ReportRange(null, null, null, null)).periods()).hasSize(30);
	}

	@Test
	void refusesRangesThatMakeNoSense() {
		LocalDate day = LocalDate.of(2026, 11, 26);
		refuses("from", day, day.minusDays(1), null, null);
		refuses("from", LocalDate.MIN, day, null, null);
		refuses("to", day, LocalDate.MAX, null, null);
		refuses("zone", day, day, "Europe/Atlantis", null);
		refuses("zone", day, day, "+00:07", null);
		refuses("by", day.minusYears(2), day, null, Grouping.HOUR);
	}

	private static void refuses(String field, LocalDate from, LocalDate to, @Nullable String zone,
			@Nullable Grouping by) {
		assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> Timeline.of(new ReportRange(from, to, zone, by)))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo(field));
	}

	private static void hasNoGaps(Timeline timeline) {
		for (int i = 1; i < timeline.periods().size(); i++) {
			assertThat(timeline.periods().get(i).from()).isEqualTo(timeline.periods().get(i - 1).to());
		}
	}

	private static Timeline timeline(LocalDate from, LocalDate to, String zone, Grouping by) {
		return Timeline.of(new ReportRange(from, to, zone, by));
	}

}
