package io.pangea.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.journeys.Shop;
import io.pangea.products.ProductId;
import io.pangea.products.StockRanOut;
import io.pangea.testing.AtOnce;
import io.pangea.testing.StoreTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many facts analytics takes in a second: events that it hears through the registry,
 * published in a transaction each and heard in another, until the last is stored; and
 * beacons of pages over HTTP. Written to {@code target/bench/ingest.md}. In the process
 * of the test, whose machine the database shares.
 */
@StoreTest
class IngestBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("pangea.bench.measure", 15));

	private static final int CLIENTS = 8;

	private static final long EVENTS_EACH = Integer.getInteger("pangea.bench.events", 1250);

	private static final long EVENTS = CLIENTS * EVENTS_EACH;

	private final List<String> table = new ArrayList<>(List.of("| what | measured |", "|---|---|"));

	@LocalServerPort
	int port;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void measures() throws Exception {
		hear();
		row("events through the registry, %d of them".formatted(EVENTS), "%.0f facts/s".formatted(hear()));
		try (Shop shop = new Shop("http://localhost:" + this.port)) {
			beacons(shop, 1);
			beacons(shop, 20);
		}
		Files.createDirectories(DIRECTORY);
		Files.write(DIRECTORY.resolve("ingest.md"), this.table);
		this.table.forEach(System.out::println);
	}

	/** Analytics alone hears this event. */
	private double hear() throws Exception {
		long before = facts();
		long start = System.nanoTime();
		AtOnce.times(CLIENTS, () -> {
			for (int i = 0; i < EVENTS_EACH; i++) {
				publish(new StockRanOut(UUID.randomUUID(), Instant.now(), ProductId.next()));
			}
			return true;
		});
		Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> facts() - before >= EVENTS);
		return EVENTS / ((System.nanoTime() - start) / 1e9);
	}

	private void publish(StockRanOut event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	private long facts() {
		return this.jdbc.sql("select count(*) from analytics.facts").query(Long.class).single();
	}

	private void beacons(Shop shop, int each) throws InterruptedException {
		Load load = new Load(CLIENTS, MEASURE);
		load.run(() -> tell(shop, each));
		Load.Result told = load.run(() -> tell(shop, each));
		row("beacons over HTTP, %d a request (p50 %.1f ms, p99 %.1f ms, %d failed)".formatted(each, told.p50() / 1e3,
				told.p99() / 1e3, told.failed()), "%.0f beacons/s".formatted(told.perSecond() * each));
	}

	private static boolean tell(Shop shop, int each) {
		List<Map<String, Object>> beacons = Stream
			.generate(() -> Map.<String, Object>of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(),
					"type", "PAGE_VIEWED", "page", "/"))
			.limit(each)
			.toList();
		return shop
			.post("/api/analytics/beacons",
					Map.of("consent", true, "session", UUID.randomUUID().toString(), "beacons", beacons), "User-Agent",
					"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
			.status() == 202;
	}

	private void row(String what, String measured) {
		this.table.add("| %s | %s |".formatted(what, measured));
	}

}
