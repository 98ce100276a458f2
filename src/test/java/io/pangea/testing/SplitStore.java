package io.pangea.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.pangea.Pangea;
import io.pangea.platform.Modules;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The store in several parts that reach each other over HTTP and Kafka only, each with a
 * database of its own, as if they were processes; here they are contexts of one JVM. A
 * part that is one module has a database role of its own, too.
 */
public final class SplitStore implements AutoCloseable {

	private static final String SECRET = "a-secret-that-only-tests-know-0123456789";

	private final String prefix = "split-" + UUID.randomUUID();

	private final Map<Set<String>, Part> parts = new LinkedHashMap<>();

	private final Map<String, Integer> ports = new LinkedHashMap<>();

	/**
	 * @param parts the modules of each part; together they are all modules, and none is
	 * in two
	 * @param settings further properties, as {@code name=value}
	 */
	public SplitStore(List<Set<String>> parts, String... settings) {
		this(1, parts, settings);
	}

	/**
	 * @param instances how many of each part there are; requests to it go to one after
	 * the other
	 * @param parts the modules of each part; together they are all modules, and none is
	 * in two
	 * @param settings further properties, as {@code name=value}
	 */
	public SplitStore(int instances, List<Set<String>> parts, String... settings) {
		for (Set<String> part : parts) {
			int port = Ports.free();
			part.forEach((module) -> this.ports.put(module, port));
		}
		if (!this.ports.keySet().equals(Modules.ofTheHouse().names())) {
			throw new IllegalArgumentException("Each module is in one part: " + parts);
		}
		try {
			parts.forEach((modules) -> {
				Part part = new Part(new ArrayList<>(), new ArrayList<>());
				this.parts.put(modules, part);
				start(modules, part, instances, settings);
			});
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** The instances of a part, and what stands in front of several. */
	private record Part(List<ConfigurableApplicationContext> instances, List<Balancer> balancers) {

	}

	/** The address of the part a module runs in. */
	public String addressOf(String module) {
		return "http://localhost:" + this.ports.get(module);
	}

	/** The context of the part a module runs in, of its first instance. */
	public ConfigurableApplicationContext contextOf(String module) {
		return this.parts.entrySet()
			.stream()
			.filter((part) -> part.getKey().contains(module))
			.map((part) -> part.getValue().instances().getFirst())
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		List<Part> started = new ArrayList<>(this.parts.values());
		for (Part part : started.reversed()) {
			part.instances().forEach(ConfigurableApplicationContext::close);
			part.balancers().forEach(Balancer::close);
		}
	}

	private void start(Set<String> modules, Part part, int instances, String... settings) {
		List<String> home = (modules.size() == 1) ? TestDatabase.home().settings()
				: List.of("spring.datasource.url=" + TestDatabase.create(), "spring.datasource.username=postgres");
		int port = Objects.requireNonNull(this.ports.get(modules.iterator().next()));
		List<Integer> behind = new ArrayList<>();
		for (int i = 0; i < instances; i++) {
			List<String> own = new ArrayList<>(home);
			own.addAll(List.of(settings));
			if (instances > 1) {
				behind.add(Ports.free());
				// A connection for each request, so that the next one gets another
				// instance.
				own.add("server.tomcat.max-keep-alive-requests=1");
				own.add("spring.datasource.hikari.maximum-pool-size=6");
			}
			own.add("server.port=" + ((instances > 1) ? behind.getLast() : port));
			part.instances().add(start(modules, own));
		}
		if (instances > 1) {
			part.balancers().add(new Balancer(port, behind));
		}
	}

	private ConfigurableApplicationContext start(Set<String> modules, List<String> settings) {
		List<String> arguments = new ArrayList<>();
		arguments.add("--pangea.run=" + String.join(",", modules));
		arguments.add("--pangea.service-secret=" + SECRET);
		this.ports.keySet()
			.forEach((module) -> arguments.add("--pangea.remote.%s=%s".formatted(module, addressOf(module))));
		arguments.add("--spring.kafka.bootstrap-servers=" + KafkaBroker.shared().address());
		arguments.add("--pangea.broker.prefix=" + this.prefix);
		settings.forEach((setting) -> arguments.add("--" + setting));
		return new SpringApplicationBuilder(Pangea.class).run(arguments.toArray(String[]::new));
	}

}
