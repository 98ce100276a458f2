package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Hands requests to instances that say they are ready, in turn, and looks which are ten
 * times a second. It never sends a request twice: one that an instance drops is lost, and
 * answered with 502.
 */
public final class ReadinessBalancer implements AutoCloseable {

	private static final Set<String> OWN = Set.of("connection", "content-length", "host", "transfer-encoding",
			"upgrade", "http2-settings");

	private final List<Integer> instances;

	private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

	private final AtomicInteger turn = new AtomicInteger();

	private final List<String> lost = new ArrayList<>();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final HttpServer server;

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

	/**
	 * @param instances their ports
	 */
	public ReadinessBalancer(Integer... instances) {
		this.instances = Arrays.asList(instances);
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::forward);
		this.server.start();
		var _ = this.looks.scheduleWithFixedDelay(this::look, 0, 100, TimeUnit.MILLISECONDS);
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** The ports of the instances that are ready. */
	public Set<Integer> ready() {
		return Set.copyOf(this.ready);
	}

	/** What became of requests that were not answered. */
	public List<String> lost() {
		synchronized (this.lost) {
			return List.copyOf(this.lost);
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

	private void forward(HttpExchange exchange) throws IOException {
		List<Integer> able = this.instances.stream().filter(this.ready::contains).toList();
		try (exchange) {
			if (able.isEmpty()) {
				lose(exchange, "nobody is ready");
				return;
			}
			int port = able.get(Math.floorMod(this.turn.getAndIncrement(), able.size()));
			try {
				HttpResponse<byte[]> answer = this.http.send(outgoing(exchange, port),
						HttpResponse.BodyHandlers.ofByteArray());
				answer.headers().map().forEach((name, values) -> {
					if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
						exchange.getResponseHeaders().put(name, values);
					}
				});
				byte[] body = answer.body();
				exchange.sendResponseHeaders(answer.statusCode(), (body.length > 0) ? body.length : -1);
				exchange.getResponseBody().write(body);
			}
			catch (IOException ex) {
				lose(exchange, "%d: %s".formatted(port, ex));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static HttpRequest outgoing(HttpExchange exchange, int port) throws IOException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:%d%s".formatted(port, exchange.getRequestURI())))
			.timeout(Duration.ofSeconds(60))
			.method(exchange.getRequestMethod(),
					HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return request.build();
	}

	private void lose(HttpExchange exchange, String why) throws IOException {
		synchronized (this.lost) {
			this.lost.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), why));
		}
		exchange.sendResponseHeaders(502, -1);
	}

	@Override
	public void close() {
		this.looks.shutdownNow();
		this.server.stop(0);
		this.http.shutdownNow();
	}

}
