package io.pangea.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.pangea.platform.Modules;
import io.pangea.testing.Balancer;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.Ports;
import org.jspecify.annotations.Nullable;

/**
 * The store while a change is rolled out: some of it the previous build, some this one.
 */
public final class TwoBuilds implements AutoCloseable {

	public static final String STAFF = "staff@pangea.example";

	private static final Path THIS = Path.of(System.getProperty("pangea.jar", "target/pangea.jar"));

	private final DatabaseServer databases = DatabaseServer.create();

	private final List<StoreProcess> processes = new ArrayList<>();

	private @Nullable Balancer balancer;

	private String address = "";

	/** Which process made the account of staff, by the order of their start. */
	private int accounts;

	private TwoBuilds() {
	}

	/**
	 * Two processes with a database each, that reach each other over HTTP and Kafka.
	 * @param previous the modules that the previous build runs; this one runs the others
	 */
	public static TwoBuilds apart(Set<String> previous) {
		return new TwoBuilds().orClose((builds) -> builds.startApart(previous));
	}

	/**
	 * One database, made by the previous build, migrated by this one, and served by both
	 * in turn: by an instance from before the migration, one of this build, and one of
	 * the previous build that was started afterwards.
	 */
	public static TwoBuilds rolling() {
		return new TwoBuilds().orClose(TwoBuilds::startInTurn);
	}

	private void startApart(Set<String> previous) {
		Set<String> current = new TreeSet<>(Modules.ofTheHouse().names());
		current.removeAll(previous);
		String prefix = "skew-" + UUID.randomUUID();
		Launch before = launch("skew-%s-previous".formatted(String.join("-", previous)), PreviousJar.command())
			.with(database("one"))
			.with("pangea.run", String.join(",", previous));
		Launch now = launch("skew-%s-this".formatted(String.join("-", current)), PreviousJar.command(THIS))
			.with(database("two"))
			.with("pangea.run", String.join(",", current));
		Set<String> knownBefore = new TreeSet<>(current);
		knownBefore.retainAll(PreviousJar.modules());
		startApart(before.with(remotes(knownBefore, now.port())), prefix);
		startApart(now.with(remotes(previous, before.port())), prefix);
		this.accounts = previous.contains("accounts") ? 0 : 1;
		this.address = "http://localhost:" + (previous.contains("storefront") ? before : now).port();
	}

	private void startApart(Launch launch, String prefix) {
		start(launch.with("spring.kafka.bootstrap-servers", KafkaBroker.shared().address())
			.with("pangea.broker.prefix", prefix));
	}

	private void startInTurn() {
		Map<String, String> database = database("store");
		start(launch("skew-before-migration", PreviousJar.command()).with(database));
		start(launch("skew-migrating", PreviousJar.command(THIS)).with(database));
		start(launch("skew-after-migration", PreviousJar.command()).with(database));
		this.balancer = Balancer.among(Ports.free(), this.processes.stream().map(StoreProcess::port).toList());
		this.address = this.balancer.address();
	}

	private void start(Launch launch) {
		this.processes.add(launch.start());
	}

	private Map<String, String> database(String name) {
		return this.databases.database(name).settings();
	}

	private static Launch launch(String name, List<String> java) {
		return Launch.of(name, java)
			.with("pangea.service-secret", Deployment.SECRET)
			// A connection per request, so that the balancer hands on each to the next.
			.with("server.tomcat.max-keep-alive-requests", 1);
	}

	private static Map<String, String> remotes(Set<String> modules, int port) {
		return modules.stream()
			.collect(Collectors.toMap("pangea.remote."::concat, (module) -> "http://localhost:" + port));
	}

	private TwoBuilds orClose(Consumer<TwoBuilds> start) {
		try {
			start.accept(this);
			this.processes.forEach(StoreProcess::ready);
			return this;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** Where shoppers come in. */
	public String address() {
		return this.address;
	}

	private StoreProcess accounts() {
		return this.processes.get(this.accounts);
	}

	/** The password of the account {@link #STAFF}. */
	public String staffPassword() {
		return accounts().staffPassword();
	}

	@Override
	public void close() {
		if (this.balancer != null) {
			this.balancer.close();
		}
		this.processes.forEach(StoreProcess::kill);
		this.databases.close();
	}

}
