package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands connections to several instances in turn, as a load balancer does that knows
 * nothing of HTTP.
 */
public final class Balancer implements AutoCloseable {

	private final ServerSocket entrance;

	private final List<Integer> instances;

	private final AtomicInteger turn = new AtomicInteger();

	/**
	 * @param port where it listens
	 * @param instances the ports it hands connections to
	 */
	public Balancer(int port, List<Integer> instances) {
		this.instances = List.copyOf(instances);
		try {
			this.entrance = new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::serve);
	}

	private void serve() {
		while (!this.entrance.isClosed()) {
			try {
				Socket client = this.entrance.accept();
				int port = this.instances.get(Math.floorMod(this.turn.getAndIncrement(), this.instances.size()));
				Socket instance = new Socket(InetAddress.getLoopbackAddress(), port);
				Thread.ofVirtual().start(() -> copy(client, instance));
				Thread.ofVirtual().start(() -> copy(instance, client));
			}
			catch (IOException ex) {
				// The one that asked sees its connection closed.
			}
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One side has gone, and so the other is told.
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
	}

}
