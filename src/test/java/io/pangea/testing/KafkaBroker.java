package io.pangea.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A real Kafka in a process of its own, on ports nobody else uses. It can be stopped,
 * killed and started again with what it kept; it ends with the tests at the latest.
 */
public final class KafkaBroker implements AutoCloseable {

	private final Path directory;

	private final int port = Ports.free();

	private @Nullable Process process;

	private KafkaBroker(Path directory) {
		this.directory = directory;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/** One for all tests that do not harm it; started at the first call. */
	public static KafkaBroker shared() {
		return Shared.BROKER;
	}

	/** One that a test has for itself, running. */
	public static KafkaBroker create() {
		try {
			KafkaBroker broker = new KafkaBroker(Files.createTempDirectory("pangea-kafka"));
			broker.format();
			broker.start();
			return broker;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** For {@code spring.kafka.bootstrap-servers}. */
	public String address() {
		return "localhost:" + this.port;
	}

	/** Starts it again after {@link #stop()} or {@link #kill()}, on the same port. */
	public void start() {
		Process started = run("kafka.log", "kafka.Kafka", settings().toString());
		this.process = started;
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
			Awaitility.await("start of Kafka, see " + this.directory.resolve("kafka.log"))
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(100))
				.until(() -> !started.isAlive() || answers(admin));
		}
		if (!started.isAlive()) {
			throw new IllegalStateException("Kafka did not start: " + log("kafka.log"));
		}
	}

	/** Ends it in good order. */
	public void stop() {
		end(Process::destroy);
	}

	/** Ends it as a power cut would. */
	public void kill() {
		end(Process::destroyForcibly);
	}

	/** Ends it and forgets what it kept. */
	@Override
	public void close() {
		kill();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void end(Consumer<Process> how) {
		if (this.process != null) {
			how.accept(this.process);
			this.process.onExit().join();
		}
	}

	private void format() throws IOException {
		int controller = Ports.free();
		Files.writeString(settings(), """
				process.roles=broker,controller
				node.id=1
				broker.session.timeout.ms=2000
				broker.heartbeat.interval.ms=500
				listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
				advertised.listeners=PLAINTEXT://localhost:%1$d
				controller.listener.names=CONTROLLER
				controller.quorum.voters=1@localhost:%2$d
				log.dirs=%3$s
				log.cleaner.dedupe.buffer.size=4194304
				auto.create.topics.enable=false
				group.initial.rebalance.delay.ms=0
				offsets.topic.num.partitions=4
				offsets.topic.replication.factor=1
				transaction.state.log.num.partitions=4
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				""".formatted(this.port, controller, this.directory.resolve("data").toString().replace('\\', '/')));
		Files.writeString(this.directory.resolve("logback.xml"), """
				<configuration>
				  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
				    <encoder><pattern>%d %-5level %logger{0} %msg%n</pattern></encoder>
				  </appender>
				  <root level="warn"><appender-ref ref="out"/></root>
				</configuration>
				""");
		Process formatting = run("format.log", "kafka.tools.StorageTool", "format", "--config", settings().toString(),
				"--cluster-id", "pangea-test-cluster-01");
		if (formatting.onExit().join().exitValue() != 0) {
			throw new IllegalStateException("Kafka's storage could not be formatted: " + log("format.log"));
		}
	}

	private Process run(String log, String... what) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Dlogback.configurationFile=" + this.directory.resolve("logback.xml"), "-cp",
				System.getProperty("java.class.path")));
		command.addAll(List.of(what));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.directory.resolve(log).toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean answers(Admin admin) throws InterruptedException {
		try {
			return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	private Path settings() {
		return this.directory.resolve("server.properties");
	}

	private String log(String name) {
		try {
			return Files.readString(this.directory.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Shared {

		static final KafkaBroker BROKER = create();

	}

}
