package io.pangea.analytics;

import java.util.List;

import io.pangea.videos.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What happened in the store: pages tell it by beacons, staff read it as reports. A
 * report gives one row for each period of its range, in the order of time, periods in
 * which nothing happened included. Facts show up in reports within seconds.
 * <p>
 * Rates are in hundredths of a percent, 10000 for all; they are null where there is
 * nothing to divide by.
 */
@HttpExchange("/api/analytics")
@Validated
public interface Analytics {

	/**
	 * Takes what a page tells of a visit its visitor agreed to have counted. Quietly
	 * drops all of it for who asks not to be tracked, and for robots. A repeat changes
	 * nothing, as each beacon has an id of its own.
	 * @param doNotTrack {@code 1}: drop it
	 * @param globalPrivacyControl {@code 1}: drop it
	 * @param idempotencyKey not needed
	 * @throws InvalidField when a beacon is from the future, too old, or does not say
	 * what it is about
	 */
	@PostExchange("/beacons")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("permitAll()")
	BeaconReceipt collect(@RequestBody @Valid Beacons beacons,
			@RequestHeader(name = "User-Agent", required = false) @Size(max = 1000) @Nullable String userAgent,
			@RequestHeader(name = "DNT", required = false) @Size(max = 100) @Nullable String doNotTrack,
			@RequestHeader(name = "Sec-GPC", required = false) @Size(max = 100) @Nullable String globalPrivacyControl,
			@RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1,
					max = 200) @Nullable String idempotencyKey);

	/**
	 * Money and orders, a row for each period and each currency there was anything in.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/sales")
	@PreAuthorize("hasRole('STAFF')")
	List<Sales> sales(@Valid ReportRange range);

	/**
	 * How visits became orders.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/funnel")
	@PreAuthorize("hasRole('STAFF')")
	List<Funnel> funnel(@Valid ReportRange range);

	/**
	 * How much was watched, and how well it ran.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/viewing")
	@PreAuthorize("hasRole('STAFF')")
	List<Viewing> viewing(@Valid ReportRange range);

	/**
	 * The films that were watched longest in the whole of the range, most first.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/films")
	@PreAuthorize("hasRole('STAFF')")
	List<FilmViewing> films(@Valid ReportRange range, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit);

	/**
	 * How many of a film's viewings in the range got how far: 21 steps from 0 to 100
	 * percent; all zero when nobody watched it.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/films/{film}/retention")
	@PreAuthorize("hasRole('STAFF')")
	List<RetentionStep> retention(@PathVariable VideoId film, @Valid ReportRange range);

	/**
	 * What recommendations led to.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange("/reports/recommendations")
	@PreAuthorize("hasRole('STAFF')")
	List<RecommendationUse> recommendations(@Valid ReportRange range);

	/**
	 * Has everything summed up again from the facts, in the background; right after the
	 * settings that sums depend on were changed.
	 */
	@PutExchange("/roll-ups")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("hasRole('STAFF')")
	void rebuild();

	/** How many viewings are going on. */
	@GetExchange("/viewers")
	@PreAuthorize("hasRole('STAFF')")
	Viewers viewers();

	/**
	 * A report as CSV (RFC 4180, UTF-8, a line of names first), written while it is read.
	 * Money is in minor units. Text that a spreadsheet would take for a formula begins
	 * with an apostrophe.
	 * @throws InvalidField when the range makes no sense
	 */
	@GetExchange(url = "/exports", accept = "text/csv")
	@PreAuthorize("hasRole('STAFF')")
	Resource export(@RequestParam(defaultValue = "SALES") Report report, @Valid ReportRange range);

}
