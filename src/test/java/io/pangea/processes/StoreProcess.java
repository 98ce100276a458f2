package io.pangea.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own with the store, or something beside it, in it. It can be stopped,
 * killed and started again at the same port; it ends with this JVM at the latest.
 */
public final class StoreProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern PASSWORD = Pattern.compile("staff account \\S+ with password (\\S+)");

	private final Launch launch;

	private volatile @Nullable Process process;

	private int starts;

	private Duration startup = Duration.ZERO;

	StoreProcess(Launch launch) {
		this.launch = launch;
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/** Starts it, again or for the first time, and waits until its web server answers. */
	public void start() {
		this.starts++;
		long begin = System.nanoTime();
		Process started = run();
		this.process = started;
		Awaitility.await("start of " + log())
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> !started.isAlive() || find(STARTED) != null);
		this.startup = Duration.ofNanos(System.nanoTime() - begin);
		if (!started.isAlive()) {
			throw new IllegalStateException("It did not start: " + text());
		}
	}

	private Process run() {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
		command.addAll(this.launch.java());
		command.add("--server.port=" + this.launch.port());
		this.launch.settings().forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		try {
			Files.createDirectories(this.launch.directory());
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(log().toFile());
			builder.environment().putAll(this.launch.environment());
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it says that it is ready for requests. */
	public StoreProcess ready() {
		HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(2))
			.build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			Awaitility.await("readiness, see " + log())
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(50))
				.ignoreExceptionsInstanceOf(IOException.class)
				.until(() -> http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
		}
		return this;
	}

	/** Ends it in good order: what is under way is finished. */
	public void stop() {
		end(Process::destroy);
	}

	/** Ends it as a power cut would. */
	public void kill() {
		end(Process::destroyForcibly);
	}

	private void end(Consumer<Process> how) {
		Process running = this.process;
		if (running != null) {
			how.accept(running);
			running.onExit().join();
		}
	}

	@Override
	public void close() {
		stop();
	}

	public boolean isAlive() {
		Process running = this.process;
		return running != null && running.isAlive();
	}

	public String name() {
		return this.launch.name();
	}

	public int port() {
		return this.launch.port();
	}

	public String url() {
		return "http://localhost:" + port();
	}

	public long pid() {
		return Objects.requireNonNull(this.process, "It was never started").pid();
	}

	/** How long the last start took until the web server answered. */
	public Duration startup() {
		return this.startup;
	}

	/** What it says since its last start; the starts before have files of their own. */
	public Path log() {
		String number = (this.starts > 1) ? "-" + this.starts : "";
		return this.launch.directory().resolve(this.launch.name() + number + ".log");
	}

	/** The password of the demo staff account, which is said once. */
	public String staffPassword() {
		return Awaitility.await().until(() -> find(PASSWORD), (password) -> password != null);
	}

	/** Resident memory in MiB. */
	public long residentMemory() throws IOException {
		return memory("VmRSS");
	}

	/** What the kernel counts under a name in {@code /proc/<pid>/status}, in MiB. */
	public long memory(String name) throws IOException {
		return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid())))
			.stream()
			.filter((line) -> line.startsWith(name + ":"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(-1);
	}

	private @Nullable String find(Pattern pattern) {
		Matcher matcher = pattern.matcher(text());
		return matcher.find() ? matcher.group(1) : null;
	}

	private String text() {
		try {
			return Files.readString(log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
