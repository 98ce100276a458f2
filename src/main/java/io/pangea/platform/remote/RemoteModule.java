package io.pangea.platform.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import io.pangea.platform.problems.ModuleUnavailable;

/**
 * A module that runs elsewhere. What cannot be delivered is repeated if it may be, with
 * growing and uneven waits; when most calls fail, no more are tried for a while. Queries
 * and commands have their own lines, so that one kind cannot take the other down.
 */
class RemoteModule {

	private final String name;

	private final CallSettings settings;

	private final HttpServiceProxyFactory clients;

	private final Line queries;

	private final Line commands;

	private final RetryTemplate retry;

	RemoteModule(String name, CallSettings settings, HttpServiceProxyFactory clients, Line queries, Line commands) {
		this.name = name;
		this.settings = settings;
		this.clients = clients;
		this.queries = queries;
		this.commands = commands;
		this.retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(settings.retries())
			.delay(settings.retryDelay())
			.jitter(settings.retryDelay().dividedBy(2))
			.multiplier(2)
			.predicate(RemoteModule::isUnanswered)
			.build());
	}

	/** What calls of one kind go through. */
	record Line(CircuitBreaker breaker, Bulkhead bulkhead) {

		<T> T call(Supplier<T> action) {
			return Bulkhead.decorateSupplier(this.bulkhead, CircuitBreaker.decorateSupplier(this.breaker, action))
				.get();
		}

	}

	Object client(Class<?> contract) {
		return this.clients.createClient(contract);
	}

	/**
	 * @throws ModuleUnavailable when it cannot be reached, or not in time
	 * @throws ProblemAnswer when it answered with a problem
	 */
	@Nullable Object call(RemoteOperation operation, Supplier<@Nullable Object> action) {
		Line line = operation.query() ? this.queries : this.commands;
		Duration longest = this.settings.longest(operation, CallContext.isForPage());
		try {
			return CallContext.within(longest)
				.call(() -> operation.repeatable() ? this.retry.invoke(() -> line.call(action)) : line.call(action));
		}
		catch (CallNotPermittedException | BulkheadFullException ex) {
			throw new ModuleUnavailable(this.name, ex);
		}
		catch (RestClientException ex) {
			if (isUnanswered(ex)) {
				throw new ModuleUnavailable(this.name, ex);
			}
			throw ex;
		}
	}

	/** Whether nothing is known of what became of a call. */
	static boolean isUnanswered(Throwable ex) {
		return ex instanceof ResourceAccessException || ex instanceof NoAnswer
				|| (ex instanceof RestClientException && ex.getCause() instanceof IOException);
	}

}
