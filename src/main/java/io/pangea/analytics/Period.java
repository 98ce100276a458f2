package io.pangea.analytics;

import java.time.Instant;

/**
 * What a row of a report is about. The first and the last of a range may be cut short by
 * it, and clocks that change make days of 23 or 25 hours.
 *
 * @param to exclusive
 * @param label as it is called in the zone of the report: {@code 2026-11-26T14:00-03:00},
 * {@code 2026-11-26}, for a week its Monday, {@code 2026-11}, or the two days of a range
 */
public record Period(Instant from, Instant to, String label) {

}
