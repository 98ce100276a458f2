package io.pangea.analytics;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of analytics.
 *
 * @param retention how long facts are kept; in whole months, by which they are dropped
 * @param view how long a film has to be watched to count as viewed; half of a short film
 * is enough. Counts for what happens from then on, and for all there is after a rebuild
 * @param attribution how long after a recommendation was followed an order counts as
 * brought by it
 * @param longestViewing after how long a viewing that was not heard to end is taken for
 * ended
 * @param lateBeacon how long after it happened a page may still tell something
 */
@ConfigurationProperties("pangea.analytics")
record AnalyticsSettings(@DefaultValue("P25M") Period retention, @DefaultValue("30s") Duration view,
		@DefaultValue("7d") Duration attribution, @DefaultValue("12h") Duration longestViewing,
		@DefaultValue("7d") Duration lateBeacon) {

}
