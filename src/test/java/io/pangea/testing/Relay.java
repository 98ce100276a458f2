package io.pangea.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of this machine that hands on what it is told, and back what is answered, and
 * knows nothing of HTTP. What becomes of it on the way is for whoever made it to say.
 */
public final class Relay implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ServerSocket entrance;

	private final Exit exit;

	private final Passage passage;

	/**
	 * @param port where it listens
	 */
	public Relay(int port, Exit exit, Passage passage) {
		this.exit = exit;
		this.passage = passage;
		try {
			this.entrance = new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(this::accept);
	}

	/** Where a connection leads to. */
	public interface Exit {

		Socket open() throws IOException;

		/** Always to the same port. */
		static Exit to(int port) {
			return () -> new Socket(InetAddress.getLoopbackAddress(), port);
		}

	}

	/** What becomes of what is said. */
	public interface Passage {

		/**
		 * Hands on all there is; whatever it throws ends the connection.
		 * @param asking whether it comes from the side that connected
		 */
		void pass(InputStream from, OutputStream to, boolean asking) throws IOException;

	}

	public String url() {
		return "http://localhost:" + this.entrance.getLocalPort();
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				Socket here = this.entrance.accept();
				this.threads.execute(() -> connect(here));
			}
			catch (IOException ex) {
				// Closed, or the next one may have more luck.
			}
		}
	}

	private void connect(Socket here) {
		try {
			Socket there = this.exit.open();
			here.setTcpNoDelay(true);
			there.setTcpNoDelay(true);
			this.threads.execute(() -> pass(here, there, true));
			this.threads.execute(() -> pass(there, here, false));
		}
		catch (IOException ex) {
			end(here);
		}
	}

	private void pass(Socket from, Socket to, boolean asking) {
		try {
			this.passage.pass(from.getInputStream(), to.getOutputStream(), asking);
			to.shutdownOutput();
			if (from.isOutputShutdown()) {
				from.close();
				to.close();
			}
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
