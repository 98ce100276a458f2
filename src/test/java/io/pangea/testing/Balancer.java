package io.pangea.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands connections to several instances in turn. It never tries a second one: whoever
 * meets an instance that is gone is turned away.
 */
public final class Balancer implements AutoCloseable {

	private final List<Integer> instances;

	private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

	private final AtomicInteger turn = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

	private final Relay relay;

	private Balancer(int port, List<Integer> instances) {
		this.instances = List.copyOf(instances);
		this.relay = new Relay(port, this::open, (from, to, asking) -> from.transferTo(to));
	}

	/**
	 * One that takes all instances to be there.
	 * @param port where it listens
	 * @param instances their ports
	 */
	public static Balancer among(int port, List<Integer> instances) {
		Balancer balancer = new Balancer(port, instances);
		balancer.ready.addAll(instances);
		return balancer;
	}

	/**
	 * One that looks ten times a second which instances say they are ready.
	 * @param port where it listens
	 * @param instances their ports
	 */
	public static Balancer amongReady(int port, List<Integer> instances) {
		Balancer balancer = new Balancer(port, instances);
		var _ = balancer.looks.scheduleWithFixedDelay(balancer::look, 0, 100, TimeUnit.MILLISECONDS);
		return balancer;
	}

	public String address() {
		return this.relay.url();
	}

	/** The ports of the instances that are ready. */
	public Set<Integer> ready() {
		return Set.copyOf(this.ready);
	}

	/** Why connections were turned away. */
	public List<String> lost() {
		return List.copyOf(this.lost);
	}

	private Socket open() throws IOException {
		try {
			List<Integer> able = this.instances.stream().filter(this.ready::contains).toList();
			if (able.isEmpty()) {
				throw new IOException("nobody is ready");
			}
			int port = able.get(Math.floorMod(this.turn.getAndIncrement(), able.size()));
			return new Socket(InetAddress.getLoopbackAddress(), port);
		}
		catch (IOException ex) {
			this.lost.add(ex.toString());
			throw ex;
		}
	}

	private void look() {
		for (int port : this.instances) {
			if (isReady(port)) {
				this.ready.add(port);
			}
			else {
				this.ready.remove(port);
			}
		}
	}

	private boolean isReady(int port) {
		try {
			URI readiness = URI.create("http://localhost:%d/actuator/health/readiness".formatted(port));
			return this.http
				.send(HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(1)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		this.looks.shutdownNow();
		this.relay.close();
		this.http.shutdownNow();
	}

}
