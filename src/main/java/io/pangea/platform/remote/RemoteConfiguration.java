package io.pangea.platform.remote;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pangea.platform.identity.ServiceTokens;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/** Calls of modules that run elsewhere, and what goes along with them. */
@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {

	@Bean
	CircuitBreakerRegistry circuitBreakers() {
		return CircuitBreakerRegistry.ofDefaults();
	}

	@Bean
	BulkheadRegistry bulkheads() {
		return BulkheadRegistry.ofDefaults();
	}

	@Bean
	MeterBinder circuitBreakerMeters(CircuitBreakerRegistry breakers) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
	}

	@Bean
	MeterBinder bulkheadMeters(BulkheadRegistry bulkheads) {
		return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
	}

	@Bean
	Remotes remotes(Topology topology, Environment environment, RestClient.Builder http, JsonMapper json,
			ObjectProvider<ServiceTokens> tokens, Problems problems, CircuitBreakerRegistry breakers,
			BulkheadRegistry bulkheads) {
		return new Remotes(topology, problems,
				(module, address) -> new Connector(environment, http, json, tokens.getObject(), breakers, bulkheads)
					.connect(module, address));
	}

	/**
	 * For calls that nobody waits for longer than they are worth; of use as long as
	 * anything is under way.
	 */
	@Bean(destroyMethod = "")
	ExecutorService requestParts() {
		return new RequestParts();
	}

	/** Before all others, so that whatever they call is part of the request. */
	@Bean
	@ConditionalOnWebApplication
	FilterRegistrationBean<CallContextFilter> callContextFilter(
			@Value("${pangea.requests.timeout:30s}") Duration timeout,
			@Value("${pangea.requests.upload-timeout:10m}") Duration uploadTimeout) {
		var filter = new FilterRegistrationBean<>(new CallContextFilter(timeout, uploadTimeout));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return filter;
	}

}
