package io.pangea.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pangea.platform.identity.ModuleAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * What a call from one module to another goes through, wherever the other runs: no open
 * transaction comes along, the caller's identity does, and the call is counted and timed
 * as {@code pangea.boundary.calls} by caller, callee, method and outcome.
 */
class Boundary implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final Class<?> contract;

	private final String caller;

	private final Transport transport;

	private final ModuleAuthentication ownIdentity;

	private final Map<Method, Call> calls;

	Boundary(Class<?> contract, String caller, String callee, Transport transport, MeterRegistry meters) {
		this.contract = contract;
		this.caller = caller;
		this.transport = transport;
		this.ownIdentity = new ModuleAuthentication(caller);
		this.calls = Stream.of(contract.getMethods())
			.collect(Collectors.toMap(Function.identity(), (method) -> Call.of(method, caller, callee, meters)));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		Call call = this.calls.get(method);
		if (call == null) {
			return invokeOnSelf(proxy, method, arguments);
		}
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new TransactionCrossesBoundary(this.caller, this.contract.getSimpleName() + "." + method.getName());
		}
		long start = System.nanoTime();
		boolean returned = false;
		try {
			Object result = identified(method, (arguments != null) ? arguments : NO_ARGUMENTS);
			returned = true;
			return result;
		}
		finally {
			(returned ? call.returned() : call.threw()).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * A person's identity goes along; without a person the calling module stands for
	 * itself.
	 */
	private @Nullable Object identified(Method method, @Nullable Object[] arguments) throws Throwable {
		SecurityContext before = SecurityContextHolder.getContext();
		Authentication authentication = before.getAuthentication();
		if (authentication != null && !(authentication instanceof ModuleAuthentication)) {
			return this.transport.call(method, arguments);
		}
		SecurityContext own = SecurityContextHolder.createEmptyContext();
		own.setAuthentication(this.ownIdentity);
		SecurityContextHolder.setContext(own);
		try {
			return this.transport.call(method, arguments);
		}
		finally {
			if (authentication == null) {
				SecurityContextHolder.clearContext();
			}
			else {
				SecurityContextHolder.setContext(before);
			}
		}
	}

	@SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
	private @Nullable Object invokeOnSelf(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
		if (ReflectionUtils.isEqualsMethod(method)) {
			return arguments != null && proxy == arguments[0];
		}
		if (ReflectionUtils.isHashCodeMethod(method)) {
			return System.identityHashCode(proxy);
		}
		return "%s as %s sees it".formatted(this.contract.getSimpleName(), this.caller);
	}

	private record Call(Timer returned, Timer threw) {

		static Call of(Method method, String caller, String callee, MeterRegistry meters) {
			return new Call(timer("returned", method, caller, callee, meters),
					timer("threw", method, caller, callee, meters));
		}

		private static Timer timer(String outcome, Method method, String caller, String callee, MeterRegistry meters) {
			return Timer.builder("pangea.boundary.calls")
				.description("Calls of one module to another")
				.tag("caller", caller)
				.tag("callee", callee)
				.tag("method", method.getDeclaringClass().getSimpleName() + "." + method.getName())
				.tag("outcome", outcome)
				.register(meters);
		}

	}

}
