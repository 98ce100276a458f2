package io.pangea.platform.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.pangea.platform.identity.ServiceTokens;
import org.jmolecules.ddd.types.Identifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes what reaches a module that runs elsewhere. */
record Connector(Environment environment, RestClient.Builder http, JsonMapper json, ServiceTokens tokens,
		CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {

	private static final String SETTINGS = "pangea.calls.";

	RemoteModule connect(String module, URI address) {
		CallSettings settings = settings(module);
		return new RemoteModule(module, settings, clients(module, address, settings),
				line(module + ".queries", settings), line(module + ".commands", settings));
	}

	private CallSettings settings(String module) {
		Binder binder = Binder.get(this.environment);
		return binder.bind(SETTINGS + module, CallSettings.class)
			.orElseGet(() -> binder.bindOrCreate(SETTINGS + "default", CallSettings.class));
	}

	private HttpServiceProxyFactory clients(String module, URI address, CallSettings settings) {
		// An upgrade to HTTP/2 without TLS costs a round trip and is refused by Tomcat.
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		HttpClient connections = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connectTimeout())
			.executor(threads)
			.build();
		RestClient client = this.http.clone()
			.baseUrl(address.toString())
			.requestFactory(new TimelyRequests(connections, threads))
			.requestInitializer(new CallHeaders(module, this.tokens))
			// Each call is counted and timed at the boundary, wherever the module runs.
			.observationRegistry(ObservationRegistry.NOOP)
			.defaultStatusHandler(HttpStatusCode::isError, this::onError)
			.build();
		var conversions = new DefaultFormattingConversionService();
		conversions.addConverter(Identifier.class, String.class, Object::toString);
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.customArgumentResolver(new QueryRecord())
			.conversionService(conversions)
			.build();
	}

	private void onError(HttpRequest request, ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(response.getHeaders().getContentType())) {
			try {
				throw new ProblemAnswer(this.json.readValue(response.getBody(), ProblemDetail.class));
			}
			catch (JacksonException ex) {
				throw new IOException("The answer is not what it says it is", ex);
			}
		}
		if (status.value() == 502 || status.value() == 503 || status.value() == 504) {
			throw new NoAnswer(status);
		}
		throw new ProblemAnswer(ProblemDetail.forStatus(status));
	}

	private RemoteModule.Line line(String name, CallSettings settings) {
		var breaker = CircuitBreakerConfig.custom()
			.recordException(RemoteModule::isUnanswered)
			.failureRateThreshold(settings.failureRate())
			.slidingWindowSize(settings.failureWindow())
			.minimumNumberOfCalls(settings.failureWindow() / 2)
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(3)
			.build();
		var bulkhead = BulkheadConfig.custom().maxConcurrentCalls(settings.concurrency()).build();
		return new RemoteModule.Line(this.breakers.circuitBreaker(name, breaker),
				this.bulkheads.bulkhead(name, bulkhead));
	}

}
