package io.pangea.platform.broker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events go through the broker. Its address and credentials are
 * {@code spring.kafka.*}.
 *
 * @param prefix how the names of topics and consumer groups begin, so that several stores
 * can share a broker
 * @param partitions of each topic that is made; at most so many processes share the
 * events of one module
 * @param replicas of each partition; by default as many as the broker makes by itself
 * @param retention how long a topic keeps events, so the longest that a listening module
 * can be away and miss nothing
 * @param backlog how many deliveries may wait in this process before it takes no more
 * from the broker
 * @param handOverAfter how long a delivery to a module that does not run here may be
 * overdue before it is handed over through the broker
 */
@ConfigurationProperties("pangea.broker")
record BrokerSettings(@DefaultValue("pangea") String prefix, @DefaultValue("6") int partitions,
		@DefaultValue("-1") short replicas, @DefaultValue("7d") Duration retention, @DefaultValue("200") int backlog,
		@DefaultValue("30s") Duration handOverAfter) {

}
