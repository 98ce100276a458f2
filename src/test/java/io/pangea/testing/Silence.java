package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Accepts connections, and never says a word. */
public final class Silence implements AutoCloseable {

	private final ServerSocket server;

	private final List<Socket> callers = new ArrayList<>();

	/**
	 * @param port where it listens
	 */
	public Silence(int port) {
		try {
			this.server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::listen);
	}

	private void listen() {
		try {
			while (true) {
				Socket caller = this.server.accept();
				synchronized (this.callers) {
					this.callers.add(caller);
				}
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	/** How often somebody connected. */
	public int heard() {
		synchronized (this.callers) {
			return this.callers.size();
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			synchronized (this.callers) {
				for (Socket caller : this.callers) {
					caller.close();
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
