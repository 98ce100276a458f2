package io.pangea.analytics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The periods of a report, without gaps. The edges are computed here, by the zone's
 * rules, and the database only sorts quarters of an hour between them.
 */
record Timeline(List<Period> periods) {

	private static final int MOST = 5000;

	private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

	private static final int USUAL_DAYS = 29;

	private static final Duration QUARTER = Duration.ofMinutes(15);

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

	static Timeline of(ReportRange range) {
		ZoneId zone = zone(range.zone());
		LocalDate to = (range.to() != null) ? range.to() : LocalDate.now(zone);
		check("to", to);
		LocalDate from = (range.from() != null) ? range.from() : to.minusDays(USUAL_DAYS);
		check("from", from);
		if (from.isAfter(to)) {
			throw new InvalidField("from", "is after the last day");
		}
		List<Period> periods = switch ((range.by() != null) ? range.by() : Grouping.DAY) {
			case HOUR -> hours(from, to, zone);
			case DAY -> days(from, to, zone, (day) -> day.plusDays(1), LocalDate::toString);
			case WEEK -> days(from, to, zone, (day) -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
					(day) -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString());
			case MONTH -> days(from, to, zone, (day) -> day.with(TemporalAdjusters.firstDayOfNextMonth()),
					(day) -> YearMonth.from(day).toString());
			case TOTAL -> days(from, to, zone, (day) -> to.plusDays(1), (day) -> from + "/" + to);
		};
		return new Timeline(periods);
	}

	private static ZoneId zone(@Nullable String name) {
		try {
			ZoneId zone = ZoneId.of((name != null) ? name : "UTC");
			if (zone.getRules().getOffset(Instant.now()).getTotalSeconds() % QUARTER.toSeconds() == 0) {
				return zone;
			}
		}
		catch (DateTimeException ex) {
			// Said below.
		}
		throw new InvalidField("zone", "is no time zone that is known");
	}

	private static void check(String field, LocalDate day) {
		if (day.isBefore(FIRST) || day.isAfter(LAST)) {
			throw new InvalidField(field, "is not in this century");
		}
	}

	private static List<Period> days(LocalDate from, LocalDate to, ZoneId zone, Function<LocalDate, LocalDate> next,
			Function<LocalDate, String> label) {
		List<Period> periods = new ArrayList<>();
		LocalDate end = to.plusDays(1);
		for (LocalDate day = from; day.isBefore(end);) {
			LocalDate following = next.apply(day);
			if (following.isAfter(end)) {
				following = end;
			}
			add(periods,
					new Period(start(day, zone).toInstant(), start(following, zone).toInstant(), label.apply(day)));
			day = following;
		}
		return periods;
	}

	/** Counted from the beginning of each day, whatever the clock does in between. */
	private static List<Period> hours(LocalDate from, LocalDate to, ZoneId zone) {
		List<Period> periods = new ArrayList<>();
		for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
			ZonedDateTime end = start(day.plusDays(1), zone);
			for (ZonedDateTime hour = start(day, zone); hour.isBefore(end); hour = hour.plusHours(1)) {
				ZonedDateTime next = hour.plusHours(1);
				add(periods,
						new Period(hour.toInstant(), (next.isAfter(end) ? end : next).toInstant(), HOUR.format(hour)));
			}
		}
		return periods;
	}

	private static void add(List<Period> periods, Period period) {
		if (periods.size() == MOST) {
			throw new InvalidField("by", "makes more than %d periods of the range".formatted(MOST));
		}
		periods.add(period);
	}

	private static ZonedDateTime start(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone);
	}

	String from() {
		return this.periods.getFirst().from().toString();
	}

	/** Exclusive. */
	String to() {
		return this.periods.getLast().to().toString();
	}

	/** The beginnings of the periods. */
	String[] edges() {
		return this.periods.stream().map((period) -> period.from().toString()).toArray(String[]::new);
	}

	/** A row for each period. */
	<T> List<T> each(IntFunction<T> row) {
		return IntStream.range(0, this.periods.size()).mapToObj(row).toList();
	}

}
