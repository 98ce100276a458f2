package io.pangea.backoffice;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * The parts of a page that come from several modules: each is waited for with little
 * patience, and who does not answer is asked once per page. The page says what is
 * missing, and shows the rest.
 */
@Component
@RequestScope
class PageParts {

	private static final Logger LOG = LoggerFactory.getLogger(PageParts.class);

	private final ExecutorService threads;

	private final BackofficeSettings settings;

	private final Set<String> missing = new TreeSet<>();

	PageParts(ExecutorService threads, BackofficeSettings settings) {
		this.threads = threads;
		this.settings = settings;
	}

	/**
	 * What a module answers, or null when it does not in time.
	 * @throws NoSuchElementException when it answers that there is no such thing
	 * @throws AccessDeniedException when it answers that it is not for everybody
	 */
	<T> @Nullable T ask(String module, Callable<T> call) {
		if (this.missing.contains(module)) {
			return null;
		}
		Future<T> answer = answer(call);
		if (answer != null && answer.state() == Future.State.SUCCESS) {
			return answer.resultNow();
		}
		Throwable failure = (answer != null && answer.state() == Future.State.FAILED) ? answer.exceptionNow() : null;
		if (failure instanceof NoSuchElementException || failure instanceof AccessDeniedException) {
			throw (RuntimeException) failure;
		}
		LOG.warn("A page for staff goes without {}: {}", module,
				(failure != null) ? failure.toString() : "it takes too long");
		this.missing.add(module);
		return null;
	}

	private <T> @Nullable Future<T> answer(Callable<T> call) {
		try {
			return this.threads.invokeAll(List.of(call), this.settings.patience().toMillis(), TimeUnit.MILLISECONDS)
				.getFirst();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	/** The modules of which something is missing. */
	public Set<String> missing() {
		return this.missing;
	}

}
