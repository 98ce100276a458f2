package io.pangea.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pangea.Pangea;
import io.pangea.platform.Modules;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * The store in several parts that reach each other over HTTP and Kafka only, each with a
 * database of its own, as if they were processes; here they are contexts of one JVM. A
 * part that is one module has a database role of its own, too. Parts can be stopped, and
 * started again with what they had.
 */
public final class SplitStore implements AutoCloseable {

	private static final String SECRET = "a-secret-that-only-tests-know-0123456789";

	private final String prefix = "split-" + UUID.randomUUID();

	private final List<Part> parts;

	private final List<Balancer> balancers = new ArrayList<>();

	private final String[] settings;

	/** Parts that are out, and before them one of all other modules. */
	public static List<Set<String>> withRest(List<Set<String>> out) {
		Set<String> rest = Modules.ofTheHouse().names();
		out.forEach(rest::removeAll);
		return Stream.concat(Stream.of(rest), out.stream()).toList();
	}

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
		this.settings = settings;
		this.parts = parts.stream().map((modules) -> Part.of(modules, instances)).toList();
		if (!modules().equals(List.copyOf(Modules.ofTheHouse().names()))) {
			throw new IllegalArgumentException("Each module is in one part: " + parts);
		}
		try {
			for (Part part : this.parts) {
				if (instances > 1) {
					this.balancers.add(Balancer.among(part.port(), part.instances()));
				}
			}
			start(this.parts);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * @param home settings of its database
	 * @param port where others reach it
	 * @param instances the ports of its instances, {@code port} if there is one only
	 * @param running contexts of its instances, none while it is stopped
	 */
	private record Part(Set<String> modules, List<String> home, int port, List<Integer> instances,
			List<ConfigurableApplicationContext> running) {

		static Part of(Set<String> modules, int instances) {
			List<String> home = (modules.size() == 1) ? TestDatabase.home().settings()
					: List.of("spring.datasource.url=" + TestDatabase.create(), "spring.datasource.username=postgres",
							"spring.datasource.password=postgres");
			int port = Ports.free();
			List<Integer> ports = (instances == 1) ? List.of(port)
					: IntStream.range(0, instances).mapToObj((i) -> Ports.free()).toList();
			return new Part(modules, home, port, ports, new CopyOnWriteArrayList<>());
		}

	}

	/** The address of the part a module runs in. */
	public String addressOf(String module) {
		return "http://localhost:" + partOf(module).port();
	}

	/** The context of the part a module runs in, of the instance that was up first. */
	public ConfigurableApplicationContext contextOf(String module) {
		return partOf(module).running().getFirst();
	}

	/** Ends the part a module runs in; whoever calls it is refused from then on. */
	public void stop(String module) {
		stop(List.of(partOf(module)));
	}

	/** Starts it again after {@link #stop}, at the same address and with its data. */
	public void start(String module) {
		start(List.of(partOf(module)));
	}

	@Override
	public void close() {
		stop(this.parts);
		this.balancers.forEach(Balancer::close);
	}

	private List<String> modules() {
		return this.parts.stream().flatMap((part) -> part.modules().stream()).sorted().toList();
	}

	private Part partOf(String module) {
		return this.parts.stream().filter((part) -> part.modules().contains(module)).findFirst().orElseThrow();
	}

	private void start(List<Part> parts) {
		setUpLogging();
		together(parts.stream().flatMap((part) -> part.instances().stream().map((port) -> () -> {
			String[] arguments = arguments(part, port);
			part.running().add(new SpringApplicationBuilder(Pangea.class).run(arguments));
		})));
	}

	/** Or else parts that start at the same time would each set it up. */
	private static void setUpLogging() {
		LoggingSystem logging = LoggingSystem.get(SplitStore.class.getClassLoader());
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
	}

	private String[] arguments(Part part, int port) {
		List<String> given = new ArrayList<>(part.home());
		given.add("pangea.run=" + String.join(",", part.modules()));
		given.add("pangea.service-secret=" + SECRET);
		given.add("server.port=" + port);
		modules().forEach((module) -> given.add("pangea.remote.%s=%s".formatted(module, addressOf(module))));
		given.add("spring.kafka.bootstrap-servers=" + KafkaBroker.shared().address());
		given.add("pangea.broker.prefix=" + this.prefix);
		if (part.instances().size() > 1) {
			// A connection for each request, so that the next one gets another instance.
			given.add("server.tomcat.max-keep-alive-requests=1");
			given.add("spring.datasource.hikari.maximum-pool-size=6");
		}
		given.addAll(List.of(this.settings));
		// A setting that is given twice would count as a list; the last one counts.
		Map<String, String> last = new LinkedHashMap<>();
		given.forEach((setting) -> last.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
		return last.values().toArray(String[]::new);
	}

	private static void stop(List<Part> parts) {
		together(parts.stream().flatMap((part) -> part.running().stream().map((instance) -> instance::close)));
		parts.forEach((part) -> part.running().clear());
	}

	/**
	 * Does as many things at the same time as there are processors. Each on a thread of
	 * its own, or else what a test of a module does would be done as that module.
	 */
	private static void together(Stream<Runnable> actions) {
		Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
		try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Executors.defaultThreadFactory())) {
			CompletableFuture.allOf(actions.map((action) -> CompletableFuture.runAsync(() -> {
				processors.acquireUninterruptibly();
				try {
					action.run();
				}
				finally {
					processors.release();
				}
			}, threads)).toArray(CompletableFuture[]::new)).join();
		}
	}

}
