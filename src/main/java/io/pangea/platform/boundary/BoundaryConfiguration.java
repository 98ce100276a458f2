package io.pangea.platform.boundary;

import io.micrometer.core.instrument.MeterRegistry;
import io.pangea.platform.Modules;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;

/**
 * The boundary between modules; {@code pangea.boundary=loopback} makes it as rough as a
 * network.
 */
@Configuration(proxyBeanMethods = false)
class BoundaryConfiguration {

	/**
	 * Of what {@code @EnableMethodSecurity} brings only the annotation in use: for each,
	 * all methods of all beans are looked at when a process starts.
	 */
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AuthorizationManagerBeforeMethodInterceptor preAuthorize() {
		return AuthorizationManagerBeforeMethodInterceptor.preAuthorize();
	}

	@Bean
	static ContractRegistrar contractRegistrar(Modules modules) {
		return new ContractRegistrar(modules);
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
