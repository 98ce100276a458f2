package io.pangea.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process of the store runs: the jar as it was packaged. */
public final class StoreJar {

	private static final Path PACKAGED = Path.of(System.getProperty("pangea.jar", "target/pangea.jar"))
		.toAbsolutePath();

	private static final List<String> SMALL = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

	private StoreJar() {
	}

	/** As it is shipped, without any tuning flag. */
	public static List<String> packaged() {
		return List.of("-jar", PACKAGED.toString());
	}

	/**
	 * For many processes on a small machine: a small heap, and a start from an extracted
	 * jar and the JVM's AOT cache, both made once.
	 */
	public static List<String> small() {
		return Small.COMMAND;
	}

	/** As the image has it: out of the fat jar, the libraries beside it. */
	public static Path extracted(Path directory) throws IOException {
		Files.createDirectories(directory);
		Process extraction = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-Djarmode=tools", "-jar", PACKAGED.toString(), "extract", "--destination", directory.toString(),
				"--force")
			.inheritIO()
			.start();
		if (extraction.onExit().join().exitValue() != 0) {
			throw new IllegalStateException("%s cannot be extracted".formatted(PACKAGED));
		}
		return directory.resolve(PACKAGED.getFileName());
	}

	private static final class Small {

		static final List<String> COMMAND = make();

		private static List<String> make() {
			Path directory = Path.of("target/processes/jar").toAbsolutePath();
			Path jar = directory.resolve("pangea.jar");
			Path cache = directory.resolve("pangea.aot");
			try {
				if (!Files.exists(cache)
						|| Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(PACKAGED)) < 0) {
					extracted(directory);
					train(jar, cache);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return command("-XX:AOTCache=" + cache, jar);
		}

		/** Runs the whole store once, so that the JVM learns what it needs. */
		private static void train(Path jar, Path cache) {
			try (DatabaseServer server = DatabaseServer.create();
					StoreProcess store = Launch.of("training", command("-XX:AOTCacheOutput=" + cache, jar))
						.with(server.database("training").settings())
						.start()) {
				store.ready();
			}
		}

		private static List<String> command(String cache, Path jar) {
			return Stream.concat(SMALL.stream(), Stream.of(cache, "-jar", jar.toString())).toList();
		}

	}

}
