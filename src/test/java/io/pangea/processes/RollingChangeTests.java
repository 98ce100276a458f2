package io.pangea.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pangea.journeys.Shop;
import io.pangea.journeys.Staff;
import io.pangea.processes.Observations.About;
import io.pangea.testing.KafkaBroker;
import io.pangea.testing.Ports;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Does what {@code docs/extracting.md} says while people shop: a module goes and comes
 * back, nobody is refused anything, and afterwards the books agree. What shoppers saw
 * meanwhile is written to {@code target/extracting/results.md}.
 */
class RollingChangeTests {

	private static final Path PAGE = Path.of("docs/extracting.md");

	private static final Path DIRECTORY = Path.of("target/extracting").toAbsolutePath();

	/**
	 * So that whoever comes to a process that ends is told, and not sent to the next: the
	 * notice has to be enough.
	 */
	private static final Map<String, String> NO_SECOND_TRY = Map.of("option redispatch 1", "retries 0",
			"    retry-on conn-failure\n", "");

	private static final Pattern STAFF = Pattern.compile("staff account \\S+ with password (\\S+)");

	private static final String BEFORE = "Together";

	private static final String BETWEEN = "Apart";

	private final Observations seen = new Observations();

	/** When each part of the page was begun, and the last one ended. */
	private final Map<String, Instant> begins = new LinkedHashMap<>();

	@Test
	void nobodyNoticesThatAModuleGoesAndComesBack() throws Exception {
		assumeTrue(Runbook.toolsAreThere("bash", "haproxy", "psql", "curl", "openssl"));
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Files.createDirectories(DIRECTORY);
		try (DatabaseServer server = DatabaseServer.create(); KafkaBroker broker = KafkaBroker.create()) {
			Map<String, String> places = places(server, broker);
			try (Runbook runbook = new Runbook(PAGE, DIRECTORY, places, NO_SECOND_TRY);
					Shop shop = new Shop("http://localhost:" + places.get("SHOP"), Duration.ofSeconds(30))) {
				List<String> headings = runbook.headings();
				int open = headings.indexOf(BEFORE) + 1;
				headings.subList(0, open).forEach(runbook::follow);
				changeWhileShopping(runbook, headings.subList(open, headings.size()), shop, server);
			}
			new Wire(broker.address(), "pangea").allWasHeard(asRole(server, "postgres", "postgres"));
		}
	}

	private void changeWhileShopping(Runbook runbook, List<String> headings, Shop shop, DatabaseServer server)
			throws Exception {
		Audit audit = new Audit(Set.of("store"), (module) -> asRole(server, "postgres", "postgres"));
		Staff staff = Staff.signedIn(shop, "staff@pangea.example", staffPassword());
		Map<String, Integer> stock = new HashMap<>();
		for (int i = 0; i < 3; i++) {
			stock.put(staff.sells("PHYSICAL", 1000 + 250 * i, 100_000), 100_000);
		}
		Shoppers shoppers = new Shoppers(shop, staff, this.seen, List.copyOf(stock.keySet()), scarce(staff, stock));
		begin("Together");
		shoppers.come(6, Duration.ofMillis(150), new Random());
		shoppers.reprice(staff.sells("PHYSICAL", 1000, 10), Duration.ofMillis(500));
		shopOn(shoppers);
		for (String heading : headings) {
			begin(heading);
			String output = runbook.follow(heading);
			if (heading.equals(BETWEEN)) {
				assertThat(output).contains("name=\"payments.commands\",state=\"closed\"} 1.0");
				eachReachesItsOwnOnly(server);
				shopOn(shoppers);
			}
		}
		begin("Together again");
		shopOn(shoppers);
		shoppers.leave();
		begin("");
		report(shoppers.sales().size());
		assertThat(this.seen.between(Instant.MIN, Instant.MAX).requests()).filteredOn((request) -> !request.answered())
			.isEmpty();
		assertThat(shoppers.complaints()).isEmpty();
		Awaitility.await("what is left to be done")
			.atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(audit.open()).isEmpty());
		audit.check(shoppers.sales(), stock);
	}

	private static String scarce(Staff staff, Map<String, Integer> stock) {
		String product = staff.sells("PHYSICAL", 990, 12);
		stock.put(product, 12);
		return product;
	}

	private void begin(String part) {
		this.begins.put(part, Instant.now());
	}

	/** Until some more have bought something. */
	private static void shopOn(Shoppers shoppers) {
		int before = shoppers.sales().size();
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> shoppers.sales().size() >= before + 6);
	}

	private static void eachReachesItsOwnOnly(DatabaseServer server) {
		JdbcClient payments = asRole(server, "payments", "payments-secret");
		assertThat(payments.sql("select count(*) from payments.intents").query(Long.class).single()).isPositive();
		for (String other : List.of("orders.orders", "accounts.accounts", "products.products", "cart.carts")) {
			assertThatThrownBy(() -> payments.sql("select 1 from " + other).query().listOfRows())
				.hasStackTraceContaining("permission denied");
		}
		assertThatThrownBy(() -> asRole(server, "pangea", "pangea-secret").sql("select 1 from payments.intents")
			.query()
			.listOfRows()).hasStackTraceContaining("permission denied");
	}

	private static JdbcClient asRole(DatabaseServer server, String role, String password) {
		return JdbcClient.create(new DriverManagerDataSource(
				"jdbc:postgresql://localhost:%d/pangea".formatted(server.port()), role, password));
	}

	/** What the page leaves to its reader to say. */
	private static Map<String, String> places(DatabaseServer server, KafkaBroker broker) {
		Map<String, String> places = new HashMap<>();
		String java = ProcessHandle.current().info().command().orElse("java");
		places.put("PANGEA", java + " " + String.join(" ", StoreJar.small()));
		places.put("POSTGRES", "postgresql://postgres:postgres@localhost:" + server.port());
		places.put("JDBC", "jdbc:postgresql://localhost:%d/pangea".formatted(server.port()));
		places.put("PANGEA_PASSWORD", "pangea-secret");
		places.put("PAYMENTS_PASSWORD", "payments-secret");
		places.put("KAFKA", broker.address());
		Stream.of("SHOP", "PAYMENTS", "BALANCER", "SHOP_1", "SHOP_2", "SHOP_3", "SHOP_4", "PAYMENTS_1", "PAYMENTS_2")
			.forEach((name) -> places.put(name, String.valueOf(Ports.free())));
		return places;
	}

	private static String staffPassword() throws IOException {
		Matcher password = STAFF.matcher(Files.readString(DIRECTORY.resolve("shop-1.log")));
		assertThat(password.find()).isTrue();
		return password.group(1);
	}

	private void report(int orders) throws IOException {
		List<String> table = new ArrayList<>(
				List.of("| part | took | requests | failed | slowest |", "|---|---|---|---|---|"));
		List<Map.Entry<String, Instant>> parts = List.copyOf(this.begins.entrySet());
		for (int i = 0; i + 1 < parts.size(); i++) {
			Observations.Window window = this.seen.between(parts.get(i).getValue(), parts.get(i + 1).getValue());
			table.add("| %s | %.1f s | %d | %d | %d ms |".formatted(parts.get(i).getKey(),
					window.length().toMillis() / 1000.0, window.requests().size(),
					window.failed(About.BROWSING) + window.failed(About.BUYING),
					window.requests().stream().mapToLong((request) -> request.took().toMillis()).max().orElse(0)));
		}
		table.add("");
		table.add("%d orders".formatted(orders));
		Files.write(DIRECTORY.resolve("results.md"), table);
	}

}
