package io.pangea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pangea.processes.DatabaseServer;
import io.pangea.processes.Deployment;
import io.pangea.processes.Launch;
import io.pangea.processes.StoreJar;
import io.pangea.processes.StoreProcess;
import io.pangea.testing.KafkaBroker;
import org.junit.jupiter.api.Test;

/**
 * What one module takes that runs alone: how long until it answers, and how much memory
 * is resident when it has rested, the median of three starts, by how its JVM is started.
 * Written to {@code target/bench/alone.md}.
 */
class AloneBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final String MODULE = System.getProperty("pangea.bench.module", "payments");

	private static final int STARTS = 3;

	/** As long as a process is left alone before its memory is looked at. */
	private static final Duration REST = Duration.ofSeconds(5);

	/** Those of the image, in a container of 384 MiB. */
	private static final List<String> IMAGE = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
			"-XX:MaxRAM=384m", "-XX:MaxRAMPercentage=40", "-XX:InitialRAMPercentage=6.25", "-Xss512k");

	/**
	 * Less memory for less speed: the quick compiler only, reflection without code of its
	 * own, a heap kept close to what is in it, and what the start no longer needs given
	 * back. The code cache is never filled; its size keeps a collection for its sake out
	 * of the start.
	 */
	private static final List<String> SMALL = with(IMAGE, "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1",
			"-XX:ReservedCodeCacheSize=96m", "-Djdk.reflect.useNativeAccessorOnly=true", "-XX:MinHeapFreeRatio=10",
			"-XX:MaxHeapFreeRatio=20", "-XX:-ShrinkHeapInSteps", "-XX:MaxNewSize=12m", "-XX:SurvivorRatio=3",
			"-XX:TrimNativeHeapInterval=1000", "-Dspring.backgroundpreinitializer.ignore=true");

	/**
	 * The cache stays where it is in memory at the price of a guessable address, and so
	 * is shared by processes.
	 */
	private static final List<String> SHARED = with(SMALL, "-XX:+UnlockDiagnosticVMOptions",
			"-XX:ArchiveRelocationMode=0");

	private final List<String> table = new ArrayList<>(List.of(
			"| %s alone | until it answers | resident memory | of that not mapped from files |".formatted(MODULE),
			"|---|---|---|---|"));

	@Test
	void measures() throws Exception {
		Files.createDirectories(DIRECTORY);
		Path directory = Path.of("target/bench/alone").toAbsolutePath();
		Path jar = StoreJar.extracted(directory);
		try (DatabaseServer databases = DatabaseServer.create()) {
			Launch launch = Launch.of("alone", StoreJar.packaged())
				.in(DIRECTORY)
				.with("pangea.run", MODULE)
				.with("pangea.service-secret", Deployment.SECRET)
				.with("spring.kafka.bootstrap-servers", KafkaBroker.shared().address())
				.with(databases.database("alone").settings());
			row("fat jar, no flags", launch);
			row("extracted, flags of the image", launch.running(with(IMAGE, "-jar", jar.toString())));
			Path whole = trained(directory.resolve("whole.aot"), jar, IMAGE,
					Launch.of("training", List.of())
						.in(DIRECTORY)
						.with("pangea.run", "-backoffice")
						.with("pangea.service-secret", Deployment.SECRET)
						.with(databases.database("training").settings()));
			Path own = trained(directory.resolve("own.aot"), jar, SMALL, launch);
			String fromWhole = "-XX:AOTCache=" + whole;
			String fromOwn = "-XX:AOTCache=" + own;
			row("AOT cache of the whole store", launch.running(command(jar, IMAGE, fromWhole)));
			row("the same, small", launch.running(command(jar, SMALL, fromWhole)));
			row("AOT cache of the module, small", launch.running(command(jar, SMALL, fromOwn)));
			row("the same, cache shared", launch.running(command(jar, SHARED, fromOwn)));
		}
		Files.write(DIRECTORY.resolve("alone.md"), this.table);
		this.table.forEach(System.out::println);
	}

	private void row(String name, Launch launch) throws IOException, InterruptedException {
		long[] millis = new long[STARTS];
		long[] memory = new long[STARTS];
		long[] own = new long[STARTS];
		for (int i = 0; i < STARTS; i++) {
			try (StoreProcess process = launch.withEnvironment(Map.of("MALLOC_ARENA_MAX", "2")).start()) {
				millis[i] = process.startup().toMillis();
				process.ready();
				Thread.sleep(REST);
				memory[i] = process.residentMemory();
				own[i] = process.memory("RssAnon");
			}
		}
		Arrays.sort(millis);
		Arrays.sort(memory);
		Arrays.sort(own);
		String row = "| %s | %.1f s | %d MiB | %d MiB |".formatted(name, millis[STARTS / 2] / 1000.0,
				memory[STARTS / 2], own[STARTS / 2]);
		this.table.add(row);
		System.out.println(row);
	}

	private static Path trained(Path cache, Path jar, List<String> flags, Launch launch) {
		try (StoreProcess training = launch.running(command(jar, flags, "-XX:AOTCacheOutput=" + cache)).start()) {
			training.ready();
		}
		return cache;
	}

	private static List<String> command(Path jar, List<String> flags, String cache) {
		return with(flags, cache, "-jar", jar.toString());
	}

	private static List<String> with(List<String> some, String... more) {
		return Stream.concat(some.stream(), Stream.of(more)).toList();
	}

}
