package io.pangea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.journeys.Staff;
import io.pangea.processes.DatabaseServer;
import io.pangea.processes.Deployment;
import io.pangea.processes.Launch;
import io.pangea.processes.StoreJar;
import io.pangea.processes.StoreProcess;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs when every module runs in a process of its own, beside the one jar in the
 * same run. Written to {@code target/bench/apart.md}. Client, processes, databases and
 * broker share the machine, and the processes run as they are shipped, without any tuning
 * flag; no films are made ready meanwhile.
 */
class ApartBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("pangea.bench.warm-up", 15));

	private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("pangea.bench.measure", 20));

	private static final int CLIENTS = 8;

	private static final String SUPERVISOR = "staff@pangea.example";

	private final List<String> table = new ArrayList<>(List.of("| what | one jar | all apart |", "|---|---|---|"));

	@Test
	void measures() throws Exception {
		Files.createDirectories(DIRECTORY);
		List<String> together = together();
		List<String> apart = apart();
		List<String> names = List.of("start-up, until all answer", "resident memory after start-up",
				"product page, one after the other (p50 / p99)", "product page, %d clients".formatted(CLIENTS),
				"product page, per core of the processes",
				"checkout to confirmed, %d clients (p50 / p99)".formatted(CLIENTS), "checkouts",
				"checkouts, per core of the processes", "failed", "resident memory after the load",
				"event until its effect in another module (p50 / p99)");
		for (int i = 0; i < names.size(); i++) {
			this.table.add("| %s | %s | %s |".formatted(names.get(i), together.get(i), apart.get(i)));
		}
		this.table.addAll(apart.subList(names.size(), apart.size()));
		Files.write(DIRECTORY.resolve("apart.md"), this.table);
		this.table.forEach(System.out::println);
	}

	private List<String> together() throws Exception {
		try (DatabaseServer server = DatabaseServer.create()) {
			DatabaseServer.Database database = server.database("together");
			try (StoreProcess store = Launch.of("together", StoreJar.packaged())
				.in(DIRECTORY)
				.with(database.settings())
				.with("pangea.videos.demo", false)
				.start(); Shop shop = new Shop(store.url())) {
				return costs(new Measured(List.of(store)), store.startup(), shop, store.staffPassword(),
						database.client(), database.client());
			}
		}
	}

	private List<String> apart() throws Exception {
		try (Deployment deployment = Deployment.allOut(StoreJar.packaged())) {
			long begin = System.nanoTime();
			deployment.with("pangea.videos.demo", false).start();
			Duration startup = Duration.ofNanos(System.nanoTime() - begin);
			StoreProcess edge = deployment.process("storefront");
			try (Shop shop = new Shop(edge.url())) {
				List<StoreProcess> processes = deployment.names().stream().map(deployment::process).toList();
				List<String> rows = costs(new Measured(processes), startup, shop,
						deployment.process("accounts").staffPassword(), deployment.books("products"),
						deployment.books("cart"));
				rows.addAll(hops(deployment));
				return rows;
			}
		}
	}

	private static List<String> costs(Measured store, Duration startup, Shop shop, String password, JdbcClient products,
			JdbcClient cart) throws InterruptedException {
		List<String> rows = new ArrayList<>(
				List.of("%.1f s".formatted(startup.toMillis() / 1000.0), store.residentMemory() + " MiB"));
		Staff staff = Staff.signedIn(shop, SUPERVISOR, password);
		String product = staff.sells("PHYSICAL", 1250, 10_000_000);
		String page = "/products/" + staff.get("/api/products/" + product).ok().text("/slug");
		new Load(CLIENTS, WARM_UP).run(() -> shop.get(page).status() == 200);
		Measured.Cost alone = store.cost(new Load(1, MEASURE.dividedBy(2)), () -> shop.get(page).status() == 200);
		Measured.Cost crowd = store.cost(new Load(CLIENTS, MEASURE), () -> shop.get(page).status() == 200);
		String delivery = Buyer.guest(shop).deliveryOption();
		new Load(CLIENTS, WARM_UP).run(() -> buy(shop, product, delivery));
		Measured.Cost bought = store.cost(new Load(CLIENTS, MEASURE), () -> buy(shop, product, delivery));
		rows.addAll(List.of(alone.latency(), "%.0f pages/s".formatted(crowd.result().perSecond()),
				"%.0f pages/s".formatted(crowd.perCore()), bought.latency(),
				"%.1f /s".formatted(bought.result().perSecond()), "%.1f /s".formatted(bought.perCore()),
				"%d of %d".formatted(alone.result().failed() + crowd.result().failed() + bought.result().failed(),
						alone.result().done() + crowd.result().done() + bought.result().done()),
				store.residentMemory() + " MiB"));
		long[] events = new EventLatency(shop, staff, products, cart).measure();
		rows.add("%.1f / %.1f ms".formatted(events[events.length / 2] / 1000.0,
				events[events.length * 99 / 100] / 1000.0));
		return rows;
	}

	private static boolean buy(Shop shop, String product, String delivery) {
		Buyer guest = Buyer.guest(shop);
		guest.add(product, 1).ok();
		String order = guest.order("tok_success", delivery, UUID.randomUUID().toString()).ok().text("/id");
		return guest.settled(order).text("/status").equals("CONFIRMED");
	}

	/** What passes between the pages and the other processes for one product page. */
	private static List<String> hops(Deployment deployment) throws IOException {
		Map<String, MeteredLink> links = new HashMap<>();
		Launch launch = deployment.like("storefront");
		for (String module : deployment.names()) {
			MeteredLink link = new MeteredLink(deployment.process(module).port());
			links.put(module, link);
			launch = launch.with("pangea.remote." + module, link.url());
		}
		try (StoreProcess pages = launch.start(); Shop shop = new Shop(pages.url())) {
			String page = "/products/" + shop.get("/api/products").ok().text("/items/0/slug");
			shop.get(page);
			long requests = sum(links, MeteredLink::requests);
			long bytes = sum(links, MeteredLink::bytes);
			for (int i = 0; i < 100; i++) {
				shop.get(page);
			}
			requests = sum(links, MeteredLink::requests) - requests;
			bytes = sum(links, MeteredLink::bytes) - bytes;
			return List.of("| calls of other processes for a product page | 0 | %.1f |".formatted(requests / 100.0),
					"| bytes per call, both ways, headers included | 0 | %d |".formatted(bytes / requests));
		}
		finally {
			for (MeteredLink link : links.values()) {
				link.close();
			}
		}
	}

	private static long sum(Map<String, MeteredLink> links, ToLongFunction<MeteredLink> what) {
		return links.values().stream().mapToLong(what).sum();
	}

}
