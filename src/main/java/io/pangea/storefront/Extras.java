package io.pangea.storefront;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * What a page can do without. It is asked for with little patience, and once per page of
 * a module that does not answer; what is missing then, the page says.
 */
@Component
@RequestScope
class Extras {

	private static final Logger LOG = LoggerFactory.getLogger(Extras.class);

	private final ExecutorService parts;

	private final StorefrontSettings settings;

	private final Set<String> missing = new TreeSet<>();

	private boolean enough;

	Extras(ExecutorService parts, StorefrontSettings settings) {
		this.parts = parts;
		this.settings = settings;
	}

	/**
	 * The answer of a module, unless there is none in time.
	 * @throws NoSuchElementException when it answers that there is no such thing
	 */
	<T> Optional<T> ask(String module, Callable<@Nullable T> call) {
		if (this.enough || this.missing.contains(module)) {
			return Optional.empty();
		}
		Future<@Nullable T> answer = answer(call);
		if (answer != null && answer.state() == Future.State.SUCCESS) {
			return Optional.ofNullable(answer.resultNow());
		}
		Throwable failure = (answer != null && answer.state() == Future.State.FAILED) ? answer.exceptionNow() : null;
		if (failure instanceof NoSuchElementException missed) {
			throw missed;
		}
		LOG.warn("A page goes without {}: {}", module, (failure != null) ? failure.toString() : "it takes too long");
		lack(module);
		return Optional.empty();
	}

	private <T> @Nullable Future<@Nullable T> answer(Callable<@Nullable T> call) {
		try {
			return this.parts.invokeAll(List.of(call), this.settings.patience().toMillis(), TimeUnit.MILLISECONDS)
				.getFirst();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	/** Notes that something of a module is missing on this page. */
	void lack(String module) {
		this.missing.add(module);
	}

	/** The page has waited for something it cannot do without: for nothing else, then. */
	void enough() {
		this.enough = true;
		this.missing.clear();
	}

	/** The modules of which something is missing. */
	public Set<String> missing() {
		return this.missing;
	}

}
