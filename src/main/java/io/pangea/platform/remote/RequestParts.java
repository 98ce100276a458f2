package io.pangea.platform.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does parts of what is under way on threads of their own, so that whoever asked can stop
 * waiting: for the same caller, in the same language, as part of the same trace. A time
 * limit goes along to other modules, as a deadline; it is never more than half of the
 * time left, as who waits for something has to have time left to do without.
 */
class RequestParts extends AbstractExecutorService {

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("part-", 0).factory());

	@Override
	public void execute(Runnable part) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("A transaction is open, and does not reach other threads");
		}
		this.threads.execute(carried(part));
	}

	@Override
	public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> parts, long timeout,
			TimeUnit unit) throws InterruptedException {
		CallContext context = CallContext.part(Duration.of(timeout, unit.toChronoUnit()));
		return super.invokeAll(parts.stream().<Callable<T>>map((it) -> () -> context.call(it::call)).toList(),
				context.left().toNanos(), TimeUnit.NANOSECONDS);
	}

	private static Runnable carried(Runnable part) {
		SecurityContext caller = SecurityContextHolder.getContext();
		LocaleContext language = LocaleContextHolder.getLocaleContext();
		Map<String, String> log = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
		return CallContext.carried(() -> {
			SecurityContextHolder.setContext(caller);
			LocaleContextHolder.setLocaleContext(language);
			MDC.setContextMap(log);
			part.run();
		});
	}

	@Override
	public void shutdown() {
		this.threads.shutdown();
	}

	@Override
	public List<Runnable> shutdownNow() {
		return this.threads.shutdownNow();
	}

	@Override
	public boolean isShutdown() {
		return this.threads.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.threads.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.threads.awaitTermination(timeout, unit);
	}

}
