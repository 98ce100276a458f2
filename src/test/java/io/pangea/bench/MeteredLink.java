package io.pangea.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way between two processes that counts what passes: bytes, headers included, and the
 * requests they are for.
 */
final class MeteredLink implements AutoCloseable {

	private static final byte[] REQUEST = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong requests = new AtomicLong();

	private final ServerSocket entrance;

	private final int exit;

	/**
	 * @param exit the port it leads to
	 */
	MeteredLink(int exit) throws IOException {
		this.exit = exit;
		this.entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::serve);
	}

	String url() {
		return "http://localhost:" + this.entrance.getLocalPort();
	}

	/** Both ways. */
	long bytes() {
		return this.bytes.get();
	}

	long requests() {
		return this.requests.get();
	}

	private void serve() {
		while (!this.entrance.isClosed()) {
			try {
				Socket here = this.entrance.accept();
				Socket there = new Socket(InetAddress.getLoopbackAddress(), this.exit);
				here.setTcpNoDelay(true);
				there.setTcpNoDelay(true);
				Thread.ofVirtual().start(() -> pass(here, there, true));
				Thread.ofVirtual().start(() -> pass(there, here, false));
			}
			catch (IOException ex) {
				// Who came sees it.
			}
		}
	}

	private void pass(Socket from, Socket to, boolean asking) {
		byte[] buffer = new byte[16384];
		int matched = 0;
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				this.bytes.addAndGet(n);
				for (int i = 0; asking && i < n; i++) {
					matched = (buffer[i] == REQUEST[matched]) ? matched + 1 : (buffer[i] == REQUEST[0]) ? 1 : 0;
					if (matched == REQUEST.length) {
						this.requests.incrementAndGet();
						matched = 0;
					}
				}
				out.write(buffer, 0, n);
			}
		}
		catch (IOException ex) {
			// One side has gone, and so the other is told.
		}
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
	}

}
