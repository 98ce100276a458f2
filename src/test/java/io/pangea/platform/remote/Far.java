package io.pangea.platform.remote;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Set;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.pangea.platform.boundary.Transport;
import io.pangea.platform.identity.ServiceTokens;
import io.pangea.platform.problems.Problems;
import io.pangea.platform.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.client.RestClient;

/** Contracts as they are seen from another process. */
record Far(URI address, RestClient.Builder http, JsonMapper json, Problems problems, MockEnvironment settings) {

	static final ServiceTokens TOKENS = new ServiceTokens("a-secret-that-only-tests-know-0123456789",
			Set.of("elsewhere"));

	<T> T contract(Class<T> type) {
		var topology = new Topology(Set.of("here"), Map.of("elsewhere", this.address));
		var connector = new Connector(this.settings, this.http, this.json, TOKENS, CircuitBreakerRegistry.ofDefaults(),
				BulkheadRegistry.ofDefaults());
		Transport transport = new Remotes(topology, this.problems, connector::connect).to(type, "elsewhere");
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> transport.call(method, (arguments != null) ? arguments : new Object[0])));
	}

}
