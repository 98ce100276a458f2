package io.pangea.backoffice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import io.pangea.analytics.Grouping;
import io.pangea.analytics.ReportRange;
import org.jspecify.annotations.Nullable;

/**
 * The days a report is asked for, as they stand in the address; what makes no sense is
 * replaced by what is usual, and said.
 *
 * @param wrong whether something was replaced
 */
record ReportForm(LocalDate from, LocalDate to, String zone, Grouping by, boolean wrong) {

	private static final int USUAL_DAYS = 30;

	private static final int MOST_DAYS = 3660;

	private static final int MOST_DAYS_BY_HOUR = 31;

	static ReportForm of(@Nullable String from, @Nullable String to, @Nullable String zone, @Nullable String by,
			ZoneId usual) {
		try {
			ZoneId where = blank(zone) ? usual : ZoneId.of(String.valueOf(zone));
			LocalDate last = blank(to) ? LocalDate.now(where) : LocalDate.parse(String.valueOf(to));
			LocalDate first = blank(from) ? last.minusDays(USUAL_DAYS - 1L) : LocalDate.parse(String.valueOf(from));
			Grouping grouping = blank(by) ? Grouping.DAY
					: Grouping.valueOf(String.valueOf(by).toUpperCase(Locale.ROOT));
			int most = (grouping == Grouping.HOUR) ? MOST_DAYS_BY_HOUR : MOST_DAYS;
			if (!first.isAfter(last) && first.plusDays(most).isAfter(last) && first.getYear() >= 2000
					&& last.getYear() < 2100 && where.getId().length() <= 60) {
				return new ReportForm(first, last, where.getId(), grouping, false);
			}
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			// Said by the page.
		}
		LocalDate today = LocalDate.now(usual);
		return new ReportForm(today.minusDays(USUAL_DAYS - 1L), today, usual.getId(), Grouping.DAY, true);
	}

	private static boolean blank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	ReportRange range() {
		return new ReportRange(this.from, this.to, this.zone, this.by);
	}

	ReportRange total() {
		return new ReportRange(this.from, this.to, this.zone, Grouping.TOTAL);
	}

	/** The same days in an address. */
	public String query() {
		return "from=%s&to=%s&zone=%s&by=%s".formatted(this.from, this.to, this.zone, this.by);
	}

	/** The same place and grouping over the last days. */
	public String last(int days) {
		LocalDate today = LocalDate.now(ZoneId.of(this.zone));
		Grouping grouping = (days == 1) ? Grouping.HOUR : (days > 92) ? Grouping.MONTH : Grouping.DAY;
		return "from=%s&to=%s&zone=%s&by=%s".formatted(today.minusDays(days - 1L), today, this.zone, grouping);
	}

	public boolean isLast(int days) {
		return last(days).equals(query());
	}

}
