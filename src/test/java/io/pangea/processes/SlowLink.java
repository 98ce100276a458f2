package io.pangea.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import io.pangea.testing.Ports;

/**
 * A way to a port of this machine that can be made bad: everything comes later, some of
 * it much later, as when TCP sends a lost packet again, and now and then the connection
 * is gone.
 */
final class SlowLink implements AutoCloseable {

	/** What TCP waits for an answer before it sends again, doubled once. */
	private static final Duration RESEND = Duration.ofMillis(600);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ServerSocket entrance;

	private final int target;

	private volatile Trouble trouble = new Trouble(Duration.ZERO, 0, 0);

	private SlowLink(ServerSocket entrance, int target) {
		this.entrance = entrance;
		this.target = target;
		this.threads.execute(this::accept);
	}

	/** One without trouble. */
	static SlowLink to(int port) {
		try {
			return new SlowLink(new ServerSocket(Ports.free(), 100, InetAddress.getLoopbackAddress()), port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is wrong with the way.
	 *
	 * @param delay of all that is sent, in each direction
	 * @param lost share of pieces that have to be sent again
	 * @param cut share of pieces at which the connection ends
	 */
	record Trouble(Duration delay, double lost, double cut) {

		Duration once() throws IOException {
			double chance = ThreadLocalRandom.current().nextDouble();
			if (chance < this.cut) {
				throw new IOException("cut");
			}
			return (chance < this.cut + this.lost) ? this.delay.plus(RESEND) : this.delay;
		}

	}

	void become(Trouble other) {
		this.trouble = other;
	}

	String url() {
		return "http://localhost:" + this.entrance.getLocalPort();
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				Socket in = this.entrance.accept();
				this.threads.execute(() -> connect(in));
			}
			catch (IOException ex) {
				// Closed, or the next one may have more luck.
			}
		}
	}

	private void connect(Socket in) {
		try {
			Socket out = new Socket(InetAddress.getLoopbackAddress(), this.target);
			in.setTcpNoDelay(true);
			out.setTcpNoDelay(true);
			this.threads.execute(() -> pass(in, out));
			this.threads.execute(() -> pass(out, in));
		}
		catch (IOException ex) {
			end(in);
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] piece = new byte[16 * 1024];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
				LockSupport.parkNanos(this.trouble.once().toNanos());
				out.write(piece, 0, read);
			}
			to.shutdownOutput();
		}
		catch (IOException ex) {
			end(from);
			end(to);
		}
	}

	/** At once, so that whoever waits at the other end learns it. */
	private static void end(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException ex) {
			// It is gone already.
		}
	}

	@Override
	public void close() {
		try {
			this.entrance.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
