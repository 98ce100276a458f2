package io.pangea.platform.deliveries;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries of events to listeners go about failure.
 *
 * @param attempts how often a delivery is tried before it is parked
 * @param firstDelay wait before the second attempt; it doubles from attempt to attempt
 * @param longestDelay longest wait between two attempts
 * @param longest how long a delivery may take, waiting for its turn included, before it
 * is taken for lost and tried again
 * @param staleAfter how long a process may be silent before its deliveries are taken for
 * lost and tried again
 * @param batchSize how many due deliveries are taken up at a time
 * @param concurrency how many listeners run at the same time; below the connection pool's
 * size, as each takes up to two connections
 */
@ConfigurationProperties("pangea.deliveries")
record DeliverySettings(@DefaultValue("8") int attempts, @DefaultValue("1s") Duration firstDelay,
		@DefaultValue("5m") Duration longestDelay, @DefaultValue("1h") Duration longest,
		@DefaultValue("30s") Duration staleAfter, @DefaultValue("100") int batchSize,
		@DefaultValue("8") int concurrency) {

}
