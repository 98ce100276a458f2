package io.pangea.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports nobody listens at. They lie below those that systems hand out by themselves, so
 * that a connection to anywhere does not take the port of a process that is away for a
 * moment.
 */
public final class Ports {

	private static final int FIRST = 20_000;

	private static final int LAST = 32_000;

	private Ports() {
	}

	public static int free() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Taken: another one.
			}
		}
	}

}
