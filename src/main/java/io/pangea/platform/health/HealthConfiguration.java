package io.pangea.platform.health;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.pangea.platform.Modules;
import io.pangea.platform.topology.Topology;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Health tells who is missing by name. Out of service is only who cannot do anything: a
 * process without its own database is not ready, one without a neighbour is.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

	@Bean
	HealthIndicator databaseHealthIndicator(JdbcConnectionDetails database) {
		return new DatabaseHealth(database);
	}

	/** An edge needs everybody, as it hands requests on to all. */
	@Bean
	CompositeHealthContributor neighboursHealthContributor(Topology topology, Modules modules,
			@Value("${pangea.edge.modules:}") Set<String> edges) {
		Map<String, URI> needed = new TreeMap<>(topology.remotes());
		if (Collections.disjoint(topology.running(), edges)) {
			needed.keySet()
				.removeIf((it) -> topology.running()
					.stream()
					.noneMatch((module) -> modules.dependenciesOf(module).contains(it)));
		}
		return new Neighbours(needed);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("spring.kafka.bootstrap-servers")
	static class OfTheBroker {

		@Bean
		HealthIndicator brokerHealthIndicator(KafkaAdmin admin) {
			return new BrokerHealth(admin);
		}

	}

}
