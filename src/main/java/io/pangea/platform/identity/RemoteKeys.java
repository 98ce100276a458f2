package io.pangea.platform.identity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of access tokens, where their owner runs elsewhere. Read every few
 * minutes, and at once when a token names one that is not known, but at most once a
 * second however many such tokens come: they wait for it. While the owner is away, those
 * known last stay in force.
 */
class RemoteKeys implements JWKSource<SecurityContext> {

	/** How often somebody should look whether {@link #refresh()} is due. */
	static final Duration LOOK = Duration.ofSeconds(5);

	private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Publisher publisher;

	private final Memory memory;

	private final Duration fresh;

	private final ReentrantLock reading = new ReentrantLock();

	private volatile @Nullable JWKSet known;

	/** When the last attempt to read began; as of {@link System#nanoTime()}. */
	private long triedAt = System.nanoTime() - PAUSE.toNanos();

	/** Whether the last attempt failed, which is told once. */
	private boolean silent;

	/** When the last attempt began that succeeded; null when none did. */
	private volatile @Nullable Long readAt;

	/**
	 * @param fresh how long they are not read again without a reason; less than a new key
	 * is published before it is used
	 */
	RemoteKeys(Publisher publisher, Memory memory, Duration fresh) {
		this.publisher = publisher;
		this.memory = memory;
		this.fresh = fresh;
	}

	/** Where the keys are published. */
	interface Publisher {

		JWKSet read() throws KeySourceException;

	}

	/** What outlives this process. */
	interface Memory {

		@Nullable JWKSet recall();

		void remember(JWKSet keys);

	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		JWKSet keys = this.known;
		List<JWK> found = (keys != null) ? selector.select(keys) : List.of();
		return found.isEmpty() ? selector.select(readAfter(System.nanoTime())) : found;
	}

	/** Reads them again when they are not fresh. */
	void refresh() {
		Long last = this.readAt;
		if (last == null || System.nanoTime() - last > this.fresh.toNanos()) {
			try {
				readAfter(System.nanoTime());
			}
			catch (KeySourceException ex) {
				LOG.debug("The keys of access tokens are still not to be had", ex);
			}
		}
	}

	/**
	 * The keys as they were after a time, or, when their owner does not answer, before.
	 * @throws KeySourceException when none were ever known
	 */
	private JWKSet readAfter(long time) throws KeySourceException {
		this.reading.lock();
		try {
			Long last = this.readAt;
			if (last == null || last - time < 0) {
				read(last);
			}
			JWKSet keys = this.known;
			if (keys == null) {
				throw new RemoteKeySourceException("The keys of access tokens are not to be had", null);
			}
			return keys;
		}
		finally {
			this.reading.unlock();
		}
	}

	private void read(@Nullable Long last) {
		long wait = this.triedAt + PAUSE.toNanos() - System.nanoTime();
		if (wait > 0) {
			if (last == null || last != this.triedAt) {
				// It failed a moment ago. Nobody waits for another failure.
				return;
			}
			LockSupport.parkNanos(wait);
		}
		this.triedAt = System.nanoTime();
		try {
			JWKSet keys = this.publisher.read();
			if (!keys.equals(this.known)) {
				this.memory.remember(keys);
			}
			this.known = keys;
			this.readAt = this.triedAt;
			this.silent = false;
		}
		catch (KeySourceException ex) {
			if (!this.silent) {
				LOG.warn("The keys of access tokens are not to be had, those known before stay in force: {}",
						ex.getMessage());
				this.silent = true;
			}
			if (this.known == null) {
				this.known = this.memory.recall();
			}
		}
	}

}
