package io.pangea.processes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pangea.testing.Ports;

/**
 * What a process is started with, each time it is.
 *
 * @param name of the process and its log
 * @param directory where the log goes
 * @param java what stands behind {@code java}: flags, and what to run
 * @param port where it listens, whenever it runs
 * @param settings of the application, by name
 * @param environment variables beyond those of this process
 */
public record Launch(String name, Path directory, List<String> java, int port, Map<String, String> settings,
		Map<String, String> environment) {

	/** A process that listens at a port nobody else uses. */
	public static Launch of(String name, List<String> java) {
		return new Launch(name, Path.of("target/processes"), java, Ports.free(), Map.of(), Map.of());
	}

	public Launch in(Path logs) {
		return new Launch(this.name, logs, this.java, this.port, this.settings, this.environment);
	}

	/** Started in another way, see {@link #java()}. */
	public Launch running(List<String> other) {
		return new Launch(this.name, this.directory, other, this.port, this.settings, this.environment);
	}

	public Launch at(int other) {
		return new Launch(this.name, this.directory, this.java, other, this.settings, this.environment);
	}

	/** With a setting, in place of the one of this name. */
	public Launch with(String setting, Object value) {
		return with(Map.of(setting, value.toString()));
	}

	/** With settings, in place of those of the same names. */
	public Launch with(Map<String, String> more) {
		return new Launch(this.name, this.directory, this.java, this.port, merged(this.settings, more),
				this.environment);
	}

	/** With environment variables, in place of those of the same names. */
	public Launch withEnvironment(Map<String, String> more) {
		return new Launch(this.name, this.directory, this.java, this.port, this.settings,
				merged(this.environment, more));
	}

	private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
		Map<String, String> merged = new LinkedHashMap<>(some);
		merged.putAll(more);
		return merged;
	}

	/** Starts it, and waits until its web server answers. */
	public StoreProcess start() {
		StoreProcess process = new StoreProcess(this);
		process.start();
		return process;
	}

}
