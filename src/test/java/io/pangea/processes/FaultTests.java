package io.pangea.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import io.pangea.journeys.Shop;
import io.pangea.journeys.Staff;
import io.pangea.processes.Observations.About;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every module is a process with a database and a role of its own, people are buying, and
 * all sorts of things go wrong, one at a time. Afterwards the books of all modules agree.
 * <p>
 * A slice in every build; all of it, ten rounds, by {@code -Dfaults=all}. What shoppers
 * saw is written to {@code target/faults/results.md}. {@code -Dfaults.only=database}
 * leaves out all but some, and {@code -Dfaults.seed} repeats a sequence.
 */
class FaultTests {

	private static final Logger LOG = LoggerFactory.getLogger(FaultTests.class);

	private static final boolean ALL = "all".equals(System.getProperty("faults"));

	private static final int ROUNDS = ALL ? 10 : 1;

	private static final Pattern ONLY = Pattern.compile(System.getProperty("faults.only", ""));

	private static final Duration CALM = Duration.ofSeconds(ALL ? 4 : 2);

	private static final Duration BACK_TO_NORMAL = Duration.ofMinutes(5);

	private static final SlowLink.Trouble BAD = new SlowLink.Trouble(Duration.ofMillis(500), 0.05, 0.02);

	private static final SlowLink.Trouble GOOD = new SlowLink.Trouble(Duration.ZERO, 0, 0);

	private static final Deployment STORE = Deployment.allOut();

	private final long seed = Long.getLong("faults.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Observations seen = new Observations();

	private final Audit audit = new Audit(STORE);

	private final Map<String, List<Span>> spans = new LinkedHashMap<>();

	/** When a fault was there, until everything ran again. */
	private record Span(Instant from, Instant to) {

	}

	/** Links that can be made bad: who asks whom. */
	private static final Map<String, SlowLink> LINKS = new LinkedHashMap<>();

	@BeforeAll
	static void open() {
		link("orders", "payments");
		if (ALL) {
			link("orders", "products");
			link("storefront", "orders");
			link("cart", "products");
		}
		if (!ALL) {
			STORE.with("pangea.deliveries.stale-after", "10s").with("pangea.orders.step-timeout", "10s");
		}
		STORE.start();
	}

	private static void link(String from, String to) {
		SlowLink link = SlowLink.to(STORE.portOf(to));
		STORE.with(from, "pangea.remote." + to, link.url());
		LINKS.put("%s to %s".formatted(from, to), link);
	}

	@AfterAll
	static void close() {
		STORE.close();
		LINKS.values().forEach(SlowLink::close);
	}

	@Test
	void booksAgreeAfterAllThatWentWrong() throws Exception {
		LOG.info("-Dfaults.seed={} repeats this", this.seed);
		try (Shop shop = new Shop(STORE.process("storefront").url(), Duration.ofSeconds(10))) {
			Staff staff = Staff.signedIn(shop, "staff@pangea.example", STORE.process("accounts").staffPassword());
			Map<String, Integer> stock = new HashMap<>();
			for (int i = 0; i < 3; i++) {
				stock.put(staff.sells("PHYSICAL", 1000 + 250 * i, 100_000), 100_000);
			}
			List<String> goods = List.copyOf(stock.keySet());
			String scarce = staff.sells("PHYSICAL", 990, 12);
			stock.put(scarce, 12);
			Shoppers shoppers = new Shoppers(shop, staff, this.seen, goods, scarce);
			shoppers.come(6, Duration.ofMillis(250), this.random);
			shoppers.reprice(staff.sells("PHYSICAL", 1000, 10), Duration.ofMillis(500));
			calm("nothing");
			faults().stream().filter((fault) -> ONLY.matcher(fault.name()).find()).forEach(this::suffer);
			shoppers.leave();
			Awaitility.await("what is left to be done")
				.atMost(BACK_TO_NORMAL)
				.pollInterval(Duration.ofMillis(500))
				.untilAsserted(() -> assertThat(this.audit.open()).isEmpty());
			report();
			assertThat(shoppers.complaints()).isEmpty();
			this.audit.check(shoppers.sales(), stock);
			findsCookedBooks(shoppers.sales(), stock);
		}
	}

	/** An audit that finds nothing has to be able to. */
	private void findsCookedBooks(Collection<Sale> sales, Map<String, Integer> stock) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.audit.check(List.of(new Sale("lost", "cart", "product", 1, "tok_success")), stock));
		for (Tampering tampering : Tampering.all()) {
			JdbcClient books = STORE.books(tampering.process());
			books.sql(tampering.sql()).update();
			assertThatExceptionOfType(AssertionError.class).as(tampering.sql())
				.isThrownBy(() -> this.audit.check(sales, stock));
			books.sql(tampering.undo()).update();
		}
		this.audit.check(sales, stock);
	}

	private List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			List<Fault> kills = new ArrayList<>(STORE.names().stream().map(this::kill).toList());
			Collections.shuffle(kills, this.random);
			faults.addAll(kills);
		}
		faults.add(new Fault("broker stopped", Duration.ofSeconds(ALL ? 30 : 5), STORE.broker()::stop,
				STORE.broker()::start));
		for (String module : ALL ? List.of("orders", "payments", "products", "cart") : List.of("orders")) {
			DatabaseServer server = STORE.database(module);
			faults.add(new Fault("database of %s stopped".formatted(module), Duration.ofSeconds(ALL ? 15 : 5),
					server::stop, server::start));
		}
		LINKS.forEach((name, link) -> faults.add(new Fault("%s slow and lossy".formatted(name),
				Duration.ofSeconds(ALL ? 30 : 8), () -> link.become(BAD), () -> link.become(GOOD))));
		return faults;
	}

	/** Whoever looks after processes notices soon. */
	private Fault kill(String name) {
		StoreProcess process = STORE.process(name);
		return new Fault("%s killed".formatted(name), Duration.ofMillis(500 + this.random.nextInt(1000)), process::kill,
				() -> {
					process.start();
					process.ready();
				});
	}

	private void suffer(Fault fault) {
		LOG.info("{}", fault.name());
		Instant from = Instant.now();
		fault.begin().run();
		pause(fault.lasts());
		fault.end().run();
		this.spans.computeIfAbsent(fault.name(), (name) -> new ArrayList<>()).add(new Span(from, Instant.now()));
		pause(CALM);
	}

	private void calm(String name) {
		Instant from = Instant.now();
		pause(CALM.multipliedBy(3));
		this.spans.put(name, List.of(new Span(from, Instant.now())));
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void report() throws IOException {
		List<Audit.Booked> orders = this.audit.orders();
		List<String> table = new ArrayList<>(List.of(
				"| what went wrong | times | lasted, on average | browsing | buying | orders placed meanwhile | slowest of them |",
				"|---|---|---|---|---|---|---|"));
		this.spans.forEach((name, times) -> {
			List<Observations.Window> windows = times.stream()
				.map((span) -> this.seen.between(span.from(), span.to()))
				.toList();
			table.add("| %s | %d | %.1f s | %s | %s | %d | %.1f s |".formatted(name, times.size(),
					windows.stream().mapToLong((it) -> it.length().toMillis()).average().orElse(0) / 1000,
					answered(windows, About.BROWSING), answered(windows, About.BUYING),
					times.stream().mapToLong((span) -> Audit.placed(orders, span.from(), span.to()).count()).sum(),
					times.stream()
						.flatMap((span) -> Audit.placed(orders, span.from(), span.to()))
						.mapToLong((order) -> order.took().toMillis())
						.max()
						.orElse(0) / 1000.0));
		});
		table.add("");
		table.add("%d orders, %d of them sold, with -Dfaults.seed=%d".formatted(orders.size(),
				orders.stream().filter(Audit.Booked::isSold).count(), this.seed));
		Path file = Files.createDirectories(Path.of("target/faults")).resolve("results.md");
		Files.write(file, table);
	}

	private static String answered(List<Observations.Window> windows, About about) {
		long all = windows.stream().mapToLong((it) -> it.count(about)).sum();
		long failed = windows.stream().mapToLong((it) -> it.failed(about)).sum();
		return (all > 0) ? "%.1f%% of %d".formatted(100.0 * (all - failed) / all, all) : "–";
	}

}
