package io.pangea.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import io.pangea.testing.Relay;

/**
 * A way between two processes that counts what passes: bytes, headers included, and the
 * requests they are for.
 */
final class MeteredLink implements AutoCloseable {

	private static final byte[] REQUEST = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong requests = new AtomicLong();

	private final Relay relay;

	/**
	 * @param exit the port it leads to
	 */
	MeteredLink(int exit) {
		this.relay = new Relay(0, Relay.Exit.to(exit), this::pass);
	}

	String url() {
		return this.relay.url();
	}

	/** Both ways. */
	long bytes() {
		return this.bytes.get();
	}

	long requests() {
		return this.requests.get();
	}

	private void pass(InputStream from, OutputStream to, boolean asking) throws IOException {
		byte[] buffer = new byte[16384];
		int matched = 0;
		for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
			this.bytes.addAndGet(n);
			for (int i = 0; asking && i < n; i++) {
				matched = (buffer[i] == REQUEST[matched]) ? matched + 1 : (buffer[i] == REQUEST[0]) ? 1 : 0;
				if (matched == REQUEST.length) {
					this.requests.incrementAndGet();
					matched = 0;
				}
			}
			to.write(buffer, 0, n);
		}
	}

	@Override
	public void close() {
		this.relay.close();
	}

}
