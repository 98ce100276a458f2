package io.pangea.platform.remote;

import java.time.Duration;
import java.util.Map;

/**
 * What goes along with every call made on behalf of a request: when its answer is no
 * longer of use, and the headers of its trace.
 *
 * @param deadline as of {@link System#nanoTime()}
 * @param headers {@code traceparent}, {@code tracestate} and {@code baggage}, as they
 * came (W3C Trace Context, W3C Baggage)
 * @param page whether somebody in front of a browser waits for it
 */
public record CallContext(long deadline, Map<String, String> headers, boolean page) {

	/** Milliseconds a caller will still wait for the answer. */
	public static final String TIMEOUT_HEADER = "Pangea-Timeout";

	static final String TRACE_PARENT = "traceparent";

	private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

	/** What began now and is to end in time. */
	public static CallContext of(Duration longest, Map<String, String> headers) {
		return of(longest, headers, false);
	}

	static CallContext of(Duration longest, Map<String, String> headers, boolean page) {
		return new CallContext(System.nanoTime() + longest.toNanos(), headers, page);
	}

	/** Whether somebody in front of a browser waits for what is under way. */
	static boolean isForPage() {
		return CURRENT.isBound() && CURRENT.get().page();
	}

	/** The headers of the trace that is under way; none when nothing is. */
	public static Map<String, String> currentHeaders() {
		return CURRENT.isBound() ? CURRENT.get().headers() : Map.of();
	}

	/** A part of what is under way, that ends with it or earlier. */
	static CallContext within(Duration longest) {
		CallContext part = of(longest, currentHeaders(), isForPage());
		return (CURRENT.isBound() && CURRENT.get().deadline() - part.deadline() < 0) ? CURRENT.get() : part;
	}

	/** A part of what is under way that it can do without, so has to end well before. */
	static CallContext part(Duration longest) {
		Duration half = CURRENT.isBound() ? remaining().dividedBy(2) : longest;
		return of((half.compareTo(longest) < 0) ? half : longest, currentHeaders(), isForPage());
	}

	/** Something to be done by another thread as part of what is under way here. */
	static Runnable carried(Runnable action) {
		if (!CURRENT.isBound()) {
			return action;
		}
		CallContext context = CURRENT.get();
		return () -> ScopedValue.where(CURRENT, context).run(action);
	}

	/** How long the answer to what is under way is still of use; maybe negative. */
	public static Duration remaining() {
		return CURRENT.get().left();
	}

	/** How long its answer is still of use; maybe negative. */
	Duration left() {
		return Duration.ofNanos(this.deadline - System.nanoTime());
	}

	/** Does something as part of this. */
	public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> action) throws X {
		return ScopedValue.where(CURRENT, this).call(action);
	}

}
