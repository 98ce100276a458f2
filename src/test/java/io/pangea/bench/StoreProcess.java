package io.pangea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own with the packaged store, or the floor, in it; ended by
 * {@link #close()}.
 */
final class StoreProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern PASSWORD = Pattern.compile("staff account \\S+ with password (\\S+)");

	private final Process process;

	private final Path log;

	final Duration startup;

	final int port;

	private StoreProcess(Path log, List<String> command) throws IOException {
		this.log = log;
		long start = System.nanoTime();
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		Awaitility.await("start of " + log)
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> !this.process.isAlive() || find(STARTED) != null);
		this.startup = Duration.ofNanos(System.nanoTime() - start);
		String found = find(STARTED);
		if (found == null) {
			throw new IllegalStateException("It did not start: " + Files.readString(log));
		}
		this.port = Integer.parseInt(found);
	}

	/** The store as it is shipped, without any tuning flag. */
	static StoreProcess store(Path directory, String name, String... arguments) throws IOException {
		return start(directory, name, List.of("-jar", System.getProperty("pangea.jar", "target/pangea.jar")),
				arguments);
	}

	/** Another main class, on the class path of the tests. */
	static StoreProcess of(Class<?> main, Path directory, String... arguments) throws IOException {
		return start(directory, main.getSimpleName(),
				List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
	}

	private static StoreProcess start(Path directory, String name, List<String> what, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
		command.addAll(what);
		command.addAll(List.of("--server.port=0", "--spring.main.banner-mode=off"));
		command.addAll(List.of(arguments));
		return new StoreProcess(directory.resolve(name + ".log"), command);
	}

	String url() {
		return "http://localhost:" + this.port;
	}

	/** The password of the demo staff account, which is printed once. */
	String staffPassword() {
		return Awaitility.await().until(() -> find(PASSWORD), (password) -> password != null);
	}

	/** Resident memory in MiB. */
	long residentMemory() throws IOException {
		return Files.readAllLines(Path.of("/proc/%d/status".formatted(this.process.pid())))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(-1);
	}

	private @Nullable String find(Pattern pattern) throws IOException {
		Matcher matcher = pattern.matcher(Files.readString(this.log));
		return matcher.find() ? matcher.group(1) : null;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
