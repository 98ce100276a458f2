package io.pangea.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import io.pangea.testing.Ports;
import io.pangea.testing.Relay;

/**
 * A way to a port of this machine that can be made bad: everything comes later, some of
 * it much later, as when TCP sends a lost packet again, and now and then the connection
 * is gone.
 */
final class SlowLink implements AutoCloseable {

	/** What TCP waits for an answer before it sends again, doubled once. */
	private static final Duration RESEND = Duration.ofMillis(600);

	private final Relay relay;

	private volatile Trouble trouble = new Trouble(Duration.ZERO, 0, 0);

	private SlowLink(int target) {
		this.relay = new Relay(Ports.free(), Relay.Exit.to(target), (from, to, asking) -> pass(from, to));
	}

	/** One without trouble. */
	static SlowLink to(int port) {
		return new SlowLink(port);
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
		return this.relay.url();
	}

	private void pass(InputStream from, OutputStream to) throws IOException {
		byte[] piece = new byte[16 * 1024];
		for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
			LockSupport.parkNanos(this.trouble.once().toNanos());
			to.write(piece, 0, read);
		}
	}

	@Override
	public void close() {
		this.relay.close();
	}

}
