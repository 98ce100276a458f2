package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.pangea.Pangea;
import io.pangea.platform.Modules;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The store in several parts that reach each other over HTTP and Kafka only, each with a
 * database of its own, as if they were processes; here they are contexts of one JVM.
 */
public final class SplitStore implements AutoCloseable {

	private static final String SECRET = "a-secret-that-only-tests-know-0123456789";

	private final String prefix = "split-" + UUID.randomUUID();

	private final Map<Set<String>, ConfigurableApplicationContext> parts = new LinkedHashMap<>();

	private final Map<String, Integer> ports = new LinkedHashMap<>();

	/**
	 * @param parts the modules of each part; together they are all modules, and none is
	 * in two
	 * @param settings further properties, as {@code name=value}
	 */
	public SplitStore(List<Set<String>> parts, String... settings) {
		for (Set<String> part : parts) {
			int port = freePort();
			part.forEach((module) -> this.ports.put(module, port));
		}
		if (!this.ports.keySet().equals(Modules.ofTheHouse().names())) {
			throw new IllegalArgumentException("Each module is in one part: " + parts);
		}
		try {
			parts.forEach((part) -> this.parts.put(part, start(part, settings)));
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** The address of the part a module runs in. */
	public String addressOf(String module) {
		return "http://localhost:" + this.ports.get(module);
	}

	/** The context of the part a module runs in. */
	public ConfigurableApplicationContext contextOf(String module) {
		return this.parts.entrySet()
			.stream()
			.filter((part) -> part.getKey().contains(module))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		List<ConfigurableApplicationContext> started = new ArrayList<>(this.parts.values());
		started.reversed().forEach(ConfigurableApplicationContext::close);
	}

	private ConfigurableApplicationContext start(Set<String> part, String... settings) {
		List<String> arguments = new ArrayList<>();
		arguments.add("--pangea.run=" + String.join(",", part));
		arguments.add("--pangea.service-secret=" + SECRET);
		arguments.add("--server.port=" + this.ports.get(part.iterator().next()));
		this.ports.keySet()
			.forEach((module) -> arguments.add("--pangea.remote.%s=%s".formatted(module, addressOf(module))));
		arguments.add("--spring.kafka.bootstrap-servers=" + KafkaBroker.shared().address());
		arguments.add("--pangea.broker.prefix=" + this.prefix);
		for (String setting : settings) {
			arguments.add("--" + setting);
		}
		return new SpringApplicationBuilder(Pangea.class).run(arguments.toArray(String[]::new));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
