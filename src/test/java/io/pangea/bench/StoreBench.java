package io.pangea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.platform.boundary.BoundaryBenchmark;
import io.pangea.processes.Launch;
import io.pangea.processes.StoreJar;
import io.pangea.processes.StoreProcess;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The first figures: start-up, memory, reading a product beside the floor, buying, the
 * boundary. Written to {@code target/bench/results.md}. Client, store and database share
 * the machine.
 */
class StoreBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("pangea.bench.warm-up", 15));

	private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("pangea.bench.measure", 20));

	private static final int CLIENTS = 16;

	private static final int FILMS = 12;

	private static final Duration FILMS_AT_MOST = Duration.ofMinutes(10);

	private final List<String> table = new ArrayList<>(List.of("| what | measured | goal |", "|---|---|---|"));

	@Test
	void measures() throws Exception {
		Files.createDirectories(DIRECTORY);
		startUp();
		underLoad();
		boundary();
		Files.write(DIRECTORY.resolve("results.md"), this.table);
		this.table.forEach(System.out::println);
	}

	/** As a newcomer starts it: embedded database, demo catalogue. */
	private void startUp() throws IOException {
		Path data = Files.createTempDirectory("pangea-bench");
		Launch launch = store("start").with("pangea.data-directory", data)
			.with("pangea.videos.directory", data.resolve("videos"))
			.with("pangea.videos.demo", true);
		try (StoreProcess first = launch.start(); Shop shop = new Shop(first.url())) {
			row("start-up, first time (with embedded database and demo catalogue)", seconds(first.startup()), "≤ 12 s");
			long begin = System.nanoTime();
			Awaitility.await()
				.atMost(FILMS_AT_MOST)
				.pollInterval(Duration.ofSeconds(2))
				.until(() -> shop.get("/api/videos?limit=50").ok().body().at("/items").size() == FILMS);
			row("all demo films can be watched after", seconds(Duration.ofNanos(System.nanoTime() - begin)), "–");
		}
		try (StoreProcess second = launch.start()) {
			row("start-up, second time", seconds(second.startup()), "≤ 5 s");
		}
	}

	private void underLoad() throws Exception {
		Map<String, String> database = Map.of("spring.datasource.url", TestDatabase.create(),
				"spring.datasource.username", "postgres");
		try (StoreProcess store = store("store").with(database).with("pangea.videos.demo", false).start();
				Shop shop = new Shop(store.url())) {
			String product = plentiful(shop, store.staffPassword());
			try (StoreProcess floor = floor().with(database).start(); Shop bare = new Shop(floor.url())) {
				reading(shop, bare, product);
			}
			buying(shop, product);
			row("resident memory after the load, no tuning flags", store.residentMemory() + " MiB", "≤ 450 MiB");
		}
	}

	/** As it is shipped, without any tuning flag; no films are made ready meanwhile. */
	private static Launch store(String name) {
		return Launch.of(name, StoreJar.packaged()).in(DIRECTORY);
	}

	private static Launch floor() {
		return Launch.of("floor", List.of("-cp", System.getProperty("java.class.path"), BareStore.class.getName()))
			.in(DIRECTORY);
	}

	/** Both are warmed alike; the rounds alternate, and the median counts. */
	private void reading(Shop shop, Shop bare, String product) throws InterruptedException {
		Load warmUp = new Load(CLIENTS, WARM_UP);
		Load measure = new Load(CLIENTS, MEASURE.dividedBy(2));
		warmUp.run(() -> bare.get("/bare/" + product).status() == 200);
		warmUp.run(() -> shop.get("/api/products/" + product).status() == 200);
		List<Load.Result> floor = new ArrayList<>();
		List<Load.Result> store = new ArrayList<>();
		for (int round = 0; round < 3; round++) {
			floor.add(measure.run(() -> bare.get("/bare/" + product).status() == 200));
			store.add(measure.run(() -> shop.get("/api/products/" + product).status() == 200));
		}
		double floorRate = median(floor);
		double storeRate = median(store);
		row("product as JSON, bare Spring MVC + JdbcClient", "%.0f requests/s".formatted(floorRate), "the floor");
		row("product as JSON, the store (p50 %d µs, p99 %d µs)".formatted(store.getLast().p50(), store.getLast().p99()),
				"%.0f requests/s, %.0f%% of the floor".formatted(storeRate, 100 * storeRate / floorRate), "–");
		row("failed requests", "%d".formatted(store.stream().mapToInt(Load.Result::failed).sum()), "0");
	}

	private void buying(Shop shop, String product) throws InterruptedException {
		String delivery = Buyer.guest(shop).deliveryOption();
		new Load(CLIENTS, WARM_UP).run(() -> buy(shop, product, delivery));
		Load.Result result = new Load(CLIENTS, MEASURE).run(() -> buy(shop, product, delivery));
		row("checkouts to confirmed: new cart, one product, order, wait (p50 %d ms, p99 %d ms, %d failed)"
			.formatted(result.p50() / 1000, result.p99() / 1000, result.failed()),
				"%.1f checkouts/s".formatted(result.perSecond()), "–");
	}

	private static boolean buy(Shop shop, String product, String delivery) {
		Buyer guest = Buyer.guest(shop);
		guest.add(product, 1).ok();
		String order = guest.order("tok_success", delivery, UUID.randomUUID().toString()).ok().text("/id");
		return guest.settled(order).text("/status").equals("CONFIRMED");
	}

	/** A product that will not run out during the benchmark. */
	private static String plentiful(Shop shop, String staffPassword) {
		Buyer staff = Buyer.signedIn(shop, "staff@pangea.example", staffPassword);
		Map<String, Object> description = Map.ofEntries(Map.entry("sku", "BENCH-1"), Map.entry("name", "Benchmark mug"),
				Map.entry("description", "A mug that never runs out."), Map.entry("category", "kitchen-table"),
				Map.entry("kind", "PHYSICAL"), Map.entry("price", Map.of("amount", 1250, "currency", "USD")),
				Map.entry("images", List.of()), Map.entry("attributes", Map.of("Colour", "blue")),
				Map.entry("translations", Map.of()), Map.entry("status", "ACTIVE"));
		String product = staff.post("/api/products", description).ok().text("/id");
		staff.put("/api/products/%s/stock?onHand=10000000".formatted(product), Map.of()).ok();
		return product;
	}

	private void boundary() throws RunnerException {
		for (RunResult run : new Runner(new OptionsBuilder().include(BoundaryBenchmark.class.getSimpleName())
			.resultFormat(ResultFormatType.JSON)
			.result(DIRECTORY.resolve("boundary.json").toString())
			.build()).run()) {
			var result = run.getPrimaryResult();
			row("contract call in one process, " + run.getPrimaryResult().getLabel(),
					"%.0f ± %.0f ns".formatted(result.getScore(), result.getScoreError()),
					result.getLabel().equals("direct") ? "the floor" : "≤ 1 µs more");
		}
	}

	private void row(String what, String measured, String goal) {
		this.table.add("| %s | %s | %s |".formatted(what, measured, goal));
	}

	private static double median(List<Load.Result> results) {
		return results.stream()
			.mapToDouble(Load.Result::perSecond)
			.sorted()
			.skip(results.size() / 2)
			.findFirst()
			.orElse(0);
	}

	private static String seconds(Duration duration) {
		return "%.1f s".formatted(duration.toMillis() / 1000.0);
	}

}
