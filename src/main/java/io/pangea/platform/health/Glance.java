package io.pangea.platform.health;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Looks at something every few seconds at most: who asks again soon, or while somebody
 * else looks, is told what was seen last.
 */
class Glance<T> {

	private static final Duration FRESH = Duration.ofSeconds(5);

	private final Supplier<T> look;

	private final ReentrantLock looking = new ReentrantLock();

	private volatile @Nullable Seen<T> last;

	/**
	 * @param look ends in a second or two, whatever is to be seen
	 */
	Glance(Supplier<T> look) {
		this.look = look;
	}

	private record Seen<T>(T what, long at) {

		boolean fresh() {
			return System.nanoTime() - this.at < FRESH.toNanos();
		}

	}

	T get() {
		Seen<T> known = this.last;
		if (known != null && (known.fresh() || this.looking.isLocked())) {
			return known.what();
		}
		this.looking.lock();
		try {
			Seen<T> seen = this.last;
			if (seen == null || !seen.fresh()) {
				seen = new Seen<>(this.look.get(), System.nanoTime());
				this.last = seen;
			}
			return seen.what();
		}
		finally {
			this.looking.unlock();
		}
	}

}
