package io.pangea.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.pangea.Pangea;
import io.pangea.accounts.Accounts;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.Balancer;
import io.pangea.testing.Ports;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of the whole store on one database, of which each is restarted while
 * customers buy: nobody notices. The load balancer repeats nothing.
 */
class RollingRestartTests {

	private static final int CUSTOMERS = 4;

	private static final int STOCK = 10_000;

	private final String database = TestDatabase.create();

	private final Map<Integer, ConfigurableApplicationContext> instances = new HashMap<>();

	private Balancer balancer;

	private Shop shop;

	@BeforeEach
	void start() {
		for (int i = 0; i < 2; i++) {
			int port = Ports.free();
			this.instances.put(port, start(port));
		}
		this.balancer = Balancer.amongReady(Ports.free(), List.copyOf(this.instances.keySet()));
		this.shop = new Shop(this.balancer.address());
		Awaitility.await().until(() -> this.balancer.ready().size() == 2);
	}

	@AfterEach
	void stop() {
		this.shop.close();
		this.balancer.close();
		this.instances.values().forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void losesNoRequestAndDoublesNothing() throws Exception {
		Staff staff = LocalStaff.hired(this.shop, any().getBean(Boundaries.class).between(Accounts.class, "tests"));
		String product = staff.sells("PHYSICAL", 1000, STOCK);
		AtomicBoolean open = new AtomicBoolean(true);
		List<Placed> placed = new ArrayList<>();
		try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<Placed>>> bought = IntStream.range(0, CUSTOMERS)
				.mapToObj((i) -> customers.submit(buying(product, i % 2 == 0, open)))
				.toList();
			try {
				for (int port : List.copyOf(this.instances.keySet())) {
					restart(port);
				}
			}
			finally {
				open.set(false);
			}
			for (Future<List<Placed>> some : bought) {
				placed.addAll(some.get());
			}
		}
		assertThat(this.balancer.lost()).isEmpty();
		assertThat(placed).hasSizeGreaterThan(2 * CUSTOMERS);
		for (Placed it : placed) {
			assertThat(it.buyer().settled(it.order()).text("/status")).isEqualTo("CONFIRMED");
			assertThat(staff.balance(it.order())).isEqualTo(it.total());
		}
		assertThat(staff.available(product)).isEqualTo(STOCK - placed.size());
		JdbcClient jdbc = any().getBean(JdbcClient.class);
		assertThat(jdbc.sql("select count(*) from orders.orders").query(Long.class).single()).isEqualTo(placed.size());
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(jdbc.sql(
					"select (select count(*) from pangea.event_publication) + (select count(*) from pangea.held_delivery)")
				.query(Long.class)
				.single()).isZero());
	}

	/** An order that was answered, and what it cost. */
	private record Placed(Buyer buyer, String order, long total) {

	}

	private Callable<List<Placed>> buying(String product, boolean signedIn, AtomicBoolean open) {
		return () -> {
			List<Placed> placed = new ArrayList<>();
			Buyer member = signedIn ? Buyer.member(this.shop) : null;
			while (open.get()) {
				Buyer buyer = (member != null) ? member : Buyer.guest(this.shop);
				buyer.add(product, 1).ok();
				Shop.Answer order = buyer.order("tok_success").ok();
				placed.add(new Placed(buyer, order.text("/id"), order.number("/quote/total/amount")));
				assertThat(buyer.settled(order.text("/id")).text("/status")).isEqualTo("CONFIRMED");
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.until(() -> buyer.get("/api/carts/" + buyer.cart()).ok().body().get("lines").isEmpty());
			}
			return placed;
		};
	}

	private void restart(int port) {
		Objects.requireNonNull(this.instances.get(port)).close();
		assertThat(this.balancer.ready()).doesNotContain(port);
		this.instances.put(port, start(port));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.balancer.ready().contains(port));
	}

	private ConfigurableApplicationContext start(int port) {
		return new SpringApplicationBuilder(Pangea.class).run("--server.port=" + port,
				"--spring.datasource.url=" + this.database, "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres", "--pangea.shutdown.notice=1s");
	}

	private ConfigurableApplicationContext any() {
		return this.instances.values().iterator().next();
	}

}
