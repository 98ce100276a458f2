package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * A process that is started with what a container of the image would be started with, and
 * with no other variables.
 */
final class Container implements AutoCloseable {

	private final String name;

	private final Image image;

	private final Map<String, String> environment;

	private final int port;

	private final Process process;

	/**
	 * @param settings variables beyond those of the image
	 * @param memory what it may use, in MiB; the JVM is told, as there is no limit it
	 * could read it from
	 */
	Container(String name, Image image, Map<String, String> settings, int port, int memory) {
		this.name = name;
		this.image = image;
		this.port = port;
		this.environment = new LinkedHashMap<>(image.environment());
		this.environment.putAll(settings);
		this.environment.merge("JDK_JAVA_OPTIONS", "-XX:MaxRAM=%dm".formatted(memory), (set, more) -> set + " " + more);
		this.environment.put("SERVER_PORT", String.valueOf(port));
		this.process = run(image.entrypoint(), log());
		Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
	}

	private Process run(List<String> command, Path log) {
		try {
			Files.createDirectories(log.getParent());
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().clear();
			builder.environment().putAll(this.environment);
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until the check of the image says so. */
	void awaitHealth() {
		Awaitility.await("health, see " + log())
			.atMost(Duration.ofMinutes(4))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> !this.process.isAlive() || isHealthy("/actuator/health/liveness"));
		Awaitility.await("readiness, see " + log())
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> !this.process.isAlive() || isHealthy("/actuator/health/readiness"));
		if (!this.process.isAlive()) {
			throw new IllegalStateException("It ended, see " + log());
		}
	}

	private boolean isHealthy(String path) {
		List<String> check = new ArrayList<>(this.image.healthcheck());
		check.add(path);
		return run(check, Path.of("target/shipped/health.log")).onExit().join().exitValue() == 0;
	}

	int port() {
		return this.port;
	}

	String url() {
		return "http://localhost:" + this.port;
	}

	Path log() {
		return Path.of("target/shipped/%s.log".formatted(this.name));
	}

	/** Asks it to end, as an engine does, and says how it did. */
	int stop(Duration patience) throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IllegalStateException("It did not end within " + patience);
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

}
