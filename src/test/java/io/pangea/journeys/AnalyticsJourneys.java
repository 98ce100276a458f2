package io.pangea.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys that are about {@code analytics}. */
interface AnalyticsJourneys extends Store {

	@Test
	default void reportsSayWhatWasBoughtAndPaidBack() {
		assumeTrue(has("analytics"));
		String product = staff().sells("PHYSICAL", 4000, 5);
		List<Long> before = settled(this::sales);
		Buyer guest = Buyer.guest(shop());
		guest.add(product, 2).ok();
		String order = guest.order("tok_success").ok().text("/id");
		long total = guest.settled(order).number("/quote/total/amount");
		awaitMore(before, this::sales, 1, total, total, 0, total);
		staff()
			.post("/api/orders/%s/refunds".formatted(order),
					Map.of("amount", Map.of("amount", 1500, "currency", "USD"), "reason", "scratched"))
			.ok();
		awaitMore(before, this::sales, 1, total, total, 1500, total - 1500);
	}

	@Test
	default void visitsThatAgreedAreCounted() {
		assumeTrue(has("analytics"));
		String product = staff().sells("PHYSICAL", 4000, 5);
		List<Long> before = settled(this::visits);
		Buyer guest = Buyer.guest(shop());
		guest.add(product, 1).ok();
		String order = guest.order("tok_success").ok().text("/id");
		assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
		Map<String, Object> visit = visit(true,
				List.of(beacon("PRODUCT_VIEWED", "product", product), beacon("CART_FILLED", "product", product),
						beacon("CHECKOUT_STARTED", "page", "/checkout"), beacon("ORDER_PLACED", "order", order)));
		assertThat(tell(visit).ok().number("/accepted")).isEqualTo(4);
		assertThat(tell(visit).ok().number("/accepted")).isEqualTo(4);
		awaitMore(before, this::visits, 1, 1, 1, 1, 1);
	}

	@Test
	default void visitsThatDidNotAgreeAreNotCounted() {
		assumeTrue(has("analytics"));
		List<Long> before = settled(this::visits);
		assertThat(tell(visit(false, List.of(beacon("PAGE_VIEWED", "page", "/")))).status()).isEqualTo(400);
		Map<String, Object> visit = visit(true, List.of(beacon("PAGE_VIEWED", "page", "/")));
		assertThat(tell(visit, "DNT", "1").ok().number("/dropped")).isEqualTo(1);
		assertThat(tell(visit, "Sec-GPC", "1").ok().number("/dropped")).isEqualTo(1);
		assertThat(shop().post("/api/analytics/beacons", visit, "User-Agent", "Googlebot/2.1").ok().number("/dropped"))
			.isEqualTo(1);
		assertThat(settled(this::visits)).isEqualTo(before);
	}

	@Test
	default void onlyStaffReadReports() {
		assumeTrue(has("analytics"));
		Buyer member = Buyer.member(shop());
		for (String report : List.of("reports/sales", "reports/funnel", "reports/viewing", "reports/films",
				"reports/recommendations", "viewers", "exports")) {
			assertThat(shop().get("/api/analytics/" + report).status()).as(report).isEqualTo(401);
			assertThat(member.get("/api/analytics/" + report).status()).as(report).isEqualTo(403);
			assertThat(staff().get("/api/analytics/" + report).status()).as(report).isEqualTo(200);
		}
		assertThat(staff().get("/api/analytics/exports?report=FACTS").headers().getOrDefault("Content-Type", ""))
			.startsWith("text/csv");
		assertThat(staff().get("/api/analytics/reports/sales?from=2026-02-02&to=2026-02-01").text("/field"))
			.isEqualTo("from");
	}

	/** Orders, and in cents what they came to, was captured, paid back and is left. */
	private List<Long> sales() {
		return StreamSupport
			.stream(staff().get("/api/analytics/reports/sales?by=TOTAL").ok().body().spliterator(), false)
			.filter((row) -> row.at("/currency").asString().equals("USD"))
			.findFirst()
			.map((row) -> List.of(row.at("/orders").asLong(), row.at("/ordered/amount").asLong(),
					row.at("/captured/amount").asLong(), row.at("/refunded/amount").asLong(),
					row.at("/revenue/amount").asLong()))
			.orElse(List.of(0L, 0L, 0L, 0L, 0L));
	}

	private List<Long> visits() {
		Answer funnel = staff().get("/api/analytics/reports/funnel?by=TOTAL").ok();
		return List.of(funnel.number("/0/visits"), funnel.number("/0/viewed"), funnel.number("/0/filled"),
				funnel.number("/0/checkouts"), funnel.number("/0/bought"));
	}

	/** Figures once what others did is in them. */
	private static List<Long> settled(Supplier<List<Long>> figures) {
		List<List<Long>> last = new ArrayList<>(List.of(figures.get()));
		return Awaitility.await()
			.pollInterval(Duration.ofSeconds(1))
			.atMost(Duration.ofSeconds(60))
			.until(figures::get, (now) -> now.equals(last.set(0, now)));
	}

	private static void awaitMore(List<Long> before, Supplier<List<Long>> figures, long... more) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			List<Long> now = figures.get();
			assertThat(Arrays.stream(more).boxed().toList())
				.isEqualTo(IntStream.range(0, more.length).mapToObj((i) -> now.get(i) - before.get(i)).toList());
		});
	}

	private Answer tell(Map<String, Object> visit, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "User-Agent";
		all[headers.length + 1] = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
		return shop().post("/api/analytics/beacons", visit, all);
	}

	private static Map<String, Object> visit(boolean consent, List<Map<String, Object>> beacons) {
		return Map.of("consent", consent, "session", UUID.randomUUID().toString(), "beacons", beacons);
	}

	private static Map<String, Object> beacon(String type, String name, String value) {
		return Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "type", type, name, value);
	}

}
