package io.pangea.platform.boundary;

import io.micrometer.core.instrument.MeterRegistry;
import io.pangea.platform.Modules;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * The boundary between modules; {@code pangea.boundary=loopback} makes it as rough as a
 * network.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class BoundaryConfiguration {

	@Bean
	static ContractRegistrar contractRegistrar() {
		return new ContractRegistrar(Modules.ofTheHouse());
	}

	@Bean
	Boundaries boundaries(Modules modules, ListableBeanFactory beans, MeterRegistry meters, Topology topology,
			Transport.Remote remote, Transport.Decorator decorator) {
		return new Boundaries(modules, beans, meters, topology, remote, decorator);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "pangea.boundary", havingValue = "direct", matchIfMissing = true)
	static class Direct {

		@Bean
		Transport.Decorator direct() {
			return (transport) -> transport;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "pangea.boundary", havingValue = "loopback")
	static class LoopbackMode {

		@Bean
		Transport.Decorator loopbackCalls(JsonMapper json, Problems problems) {
			return (transport) -> new LoopbackCalls(transport, json, problems);
		}

		@Bean
		static LoopbackDeliveries loopbackDeliveries() {
			return new LoopbackDeliveries();
		}

	}

}
