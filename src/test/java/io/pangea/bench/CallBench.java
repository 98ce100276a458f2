package io.pangea.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.pangea.platform.remote.RemoteCallBenchmark;
import io.pangea.processes.DatabaseServer;
import io.pangea.processes.Deployment;
import io.pangea.processes.Launch;
import io.pangea.processes.StoreJar;
import io.pangea.processes.StoreProcess;
import io.pangea.testing.KafkaBroker;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A call over the network, one after the other, beside the least such a call can be.
 * Written to {@code target/bench/calls.md}. Nothing runs but who is called and who calls.
 */
class CallBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	@Test
	void measures() throws Exception {
		Files.createDirectories(DIRECTORY);
		try (DatabaseServer databases = DatabaseServer.create()) {
			Map<String, String> database = databases.database("orders").settings();
			Launch module = Launch.of("orders", StoreJar.packaged())
				.in(DIRECTORY)
				.with("pangea.run", "orders")
				.with("pangea.service-secret", Deployment.SECRET)
				.with("spring.kafka.bootstrap-servers", KafkaBroker.shared().address())
				.with(database);
			Launch floor = Launch
				.of("empty-handler", List.of("-cp", System.getProperty("java.class.path"), BareStore.class.getName()))
				.in(DIRECTORY)
				.with(database);
			try (StoreProcess orders = module.start(); StoreProcess emptyHandler = floor.start()) {
				List<String> table = table(orders.url(), emptyHandler.url());
				Files.write(DIRECTORY.resolve("calls.md"), table);
				table.forEach(System.out::println);
			}
		}
	}

	private static List<String> table(String module, String emptyHandler) throws RunnerException {
		Map<String, Map<String, String>> scores = new TreeMap<>();
		for (RunResult run : new Runner(new OptionsBuilder().include(RemoteCallBenchmark.class.getSimpleName())
			.jvmArgsAppend("-D%semptyHandler=%s".formatted(RemoteCallBenchmark.ADDRESS, emptyHandler),
					"-D%smodule=%s".formatted(RemoteCallBenchmark.ADDRESS, module))
			.build()).run()) {
			Result<?> result = run.getPrimaryResult();
			scores.computeIfAbsent(result.getLabel(), (label) -> new TreeMap<>())
				.put(run.getParams().getParam("callee"),
						"%.0f ± %.0f µs".formatted(result.getScore(), result.getScoreError()));
		}
		List<String> table = new ArrayList<>(List
			.of("| call over the network, one after the other | an empty handler | the module |", "|---|---|---|"));
		scores.forEach((label, score) -> table
			.add("| %s | %s | %s |".formatted(label, score.get("emptyHandler"), score.get("module"))));
		return table;
	}

}
