package io.pangea.processes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pangea.platform.Modules;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.Ports;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The store in production: a process per set of modules, a database server for each that
 * it can reach as an ordinary role only, and a broker.
 */
public final class Deployment implements AutoCloseable {

	/** What processes in tests know each other by. */
	public static final String SECRET = "a-secret-that-only-tests-know-0123456789";

	/** As many as a small machine can start at a time. */
	private static final int STARTS_AT_A_TIME = 3;

	private final KafkaBroker broker;

	private final Map<String, Launch> launches = new LinkedHashMap<>();

	private final Map<String, String> addresses = new LinkedHashMap<>();

	private final Map<String, DatabaseServer> databases = new LinkedHashMap<>();

	private final Map<String, JdbcClient> books = new LinkedHashMap<>();

	private final Map<String, StoreProcess> processes = new LinkedHashMap<>();

	private Deployment(List<String> java, List<Set<String>> parts) {
		this.broker = KafkaBroker.create();
		parts.forEach((part) -> prepare(java, part));
		this.launches.replaceAll((name, launch) -> launch.with(this.addresses));
	}

	/** One process per module; nothing runs yet. */
	public static Deployment allOut() {
		return allOut(StoreJar.small());
	}

	/**
	 * One process per module; nothing runs yet.
	 * @param java of each process, see {@link Launch#java()}
	 */
	public static Deployment allOut(List<String> java) {
		return new Deployment(java, Modules.ofTheHouse().names().stream().sorted().map(Set::of).toList());
	}

	private void prepare(List<String> java, Set<String> part) {
		String name = String.join("-", new TreeSet<>(part));
		DatabaseServer server = DatabaseServer.create();
		DatabaseServer.Database database = server.database(name.replace('-', '_'));
		this.databases.put(name, server);
		this.books.put(name, database.client());
		Launch launch = Launch.of(name, java)
			.with("pangea.run", String.join(",", part))
			.with("pangea.service-secret", SECRET)
			.with("spring.kafka.bootstrap-servers", this.broker.address())
			.with(database.settings());
		this.launches.put(name, launch);
		part.forEach((module) -> this.addresses.put("pangea.remote." + module, "http://localhost:" + launch.port()));
	}

	/** One more process like one there is, at another port. */
	public Launch like(String process) {
		return Objects.requireNonNull(this.launches.get(process), process).at(Ports.free());
	}

	/** With a setting of one process, of use before it is started. */
	public Deployment with(String process, String setting, Object value) {
		this.launches.computeIfPresent(process, (name, launch) -> launch.with(setting, value));
		return this;
	}

	/** With a setting of all processes, of use before they are started. */
	public Deployment with(String setting, Object value) {
		this.launches.replaceAll((name, launch) -> launch.with(setting, value));
		return this;
	}

	/** Starts all processes, and waits until each is ready. */
	public Deployment start() {
		this.launches.forEach((name, launch) -> this.processes.put(name, new StoreProcess(launch)));
		try (ExecutorService threads = Executors.newFixedThreadPool(STARTS_AT_A_TIME)) {
			CompletableFuture
				.allOf(this.processes.values()
					.stream()
					.map((process) -> CompletableFuture.runAsync(process::start, threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		this.processes.values().forEach(StoreProcess::ready);
		return this;
	}

	/** By name: its modules, with hyphens between them. */
	public StoreProcess process(String name) {
		return Objects.requireNonNull(this.processes.get(name), name);
	}

	/** Where a process listens, whenever it runs. */
	public int portOf(String name) {
		return Objects.requireNonNull(this.launches.get(name), name).port();
	}

	public Set<String> names() {
		return this.launches.keySet();
	}

	/** The database server of a process. */
	public DatabaseServer database(String process) {
		return Objects.requireNonNull(this.databases.get(process), process);
	}

	/** What a process has in its database. */
	public JdbcClient books(String process) {
		return Objects.requireNonNull(this.books.get(process), process);
	}

	public KafkaBroker broker() {
		return this.broker;
	}

	@Override
	public void close() {
		this.processes.values().forEach(StoreProcess::kill);
		this.databases.values().forEach(DatabaseServer::close);
		this.broker.close();
	}

}
