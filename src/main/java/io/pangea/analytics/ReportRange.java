package io.pangea.analytics;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which days a report is about, and how it groups them; everything may be left out.
 *
 * @param from the first day; 29 days before the last if absent
 * @param to the last day, inclusive; today if absent
 * @param zone whose days and hours are meant, as in {@code America/Sao_Paulo}; UTC if
 * absent
 * @param by days if absent
 */
public record ReportRange(@Nullable LocalDate from, @Nullable LocalDate to, @Size(max = 60) @Nullable String zone,
		@Nullable Grouping by) {

}
