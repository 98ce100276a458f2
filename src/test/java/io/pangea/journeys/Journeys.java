package io.pangea.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What customers and staff do, over the public API. Where the store runs, and how, is
 * said by those who extend this.
 */
abstract class Journeys
		implements VideosJourneys, PlaybackJourneys, RecommendationsJourneys, AnalyticsJourneys, BackofficeJourneys {

	@Test
	void guestBuys() {
		String product = staff().sells("PHYSICAL", 2500, 10);
		Buyer guest = Buyer.guest(shop());
		guest.add(product, 2).ok();
		long total = guest.quote().ok().number("/total/amount");
		assertThat(total).isGreaterThanOrEqualTo(5000);
		String order = guest.order("tok_success").ok().text("/id");
		assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
		assertThat(staff().available(product)).isEqualTo(8);
		assertThat(staff().balance(order)).isEqualTo(total);
		Awaitility.await()
			.untilAsserted(() -> assertThat(guest.get("/api/carts/" + guest.cart()).body().get("lines")).isEmpty());
		assertThat(history(guest.find(order))).startsWith("PLACED").endsWith("CONFIRMED").doesNotHaveDuplicates();
	}

	@Test
	void memberBuysWhatWasInBothCarts() {
		String kept = staff().sells("PHYSICAL", 1000, 10);
		String fresh = staff().sells("PHYSICAL", 700, 10);
		Buyer member = Buyer.member(shop());
		member.add(kept, 1).ok();
		Buyer guest = Buyer.guest(shop());
		guest.add(kept, 2).ok();
		guest.add(fresh, 1).ok();
		Answer merged = member.put("/api/carts/mine/merged/" + guest.cart(), Map.of()).ok();
		assertThat(merged.body().get("lines")).hasSize(2);
		assertThat(merged.body().findValues("quantity").stream().mapToInt((it) -> it.asInt()))
			.containsExactlyInAnyOrder(3, 1);
		String order = member.order("tok_success").ok().text("/id");
		assertThat(member.settled(order).text("/status")).isEqualTo("CONFIRMED");
		assertThat(member.get("/api/orders/mine").ok().text("/items/0/id")).isEqualTo(order);
		assertThat(staff().available(kept)).isEqualTo(7);
	}

	@Test
	void declinedCardCancelsAndASecondOneBuys() {
		String product = staff().sells("PHYSICAL", 2500, 1);
		Buyer guest = guestWith(product);
		String declined = guest.order("tok_declined").ok().text("/id");
		assertThat(guest.settled(declined).text("/cancelReason")).isEqualTo("payment-declined");
		assertThat(staff().balance(declined)).isZero();
		assertThat(guest.get("/api/carts/" + guest.cart()).body().get("lines")).hasSize(1);
		Awaitility.await().untilAsserted(() -> assertThat(staff().available(product)).isEqualTo(1));
		String order = guest.order("tok_success").ok().text("/id");
		assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
		assertThat(staff().available(product)).isZero();
	}

	@Test
	void payerConfirmsAtTheProvider() {
		assertThat(challenged(true).text("/status")).isEqualTo("CONFIRMED");
	}

	@Test
	void payerRefusesAtTheProvider() {
		assertThat(challenged(false).text("/cancelReason")).isEqualTo("payment-declined");
	}

	private Answer challenged(boolean approved) {
		String product = staff().sells("PHYSICAL", 2500, 1);
		Buyer guest = guestWith(product);
		String order = guest.order("tok_3ds").ok().text("/id");
		Answer waiting = guest.settled(order);
		assertThat(waiting.text("/status")).isEqualTo("ACTION_REQUIRED");
		assertThat(staff().available(product)).isZero();
		String challenge = "/api/payments/%s/challenge?secret=%s".formatted(waiting.text("/paymentId"),
				waiting.text("/actionSecret"));
		assertThat(shop().get(challenge).ok().number("/amount/amount"))
			.isEqualTo(waiting.number("/quote/total/amount"));
		shop().put(challenge + "&approved=" + approved, Map.of()).ok();
		Awaitility.await()
			.untilAsserted(() -> assertThat(guest.settled(order).text("/status")).isNotEqualTo("ACTION_REQUIRED"));
		return guest.settled(order);
	}

	@Test
	void lastUnitGoesToExactlyOneOfTwoBuyers() throws Exception {
		String product = staff().sells("PHYSICAL", 2500, 1);
		List<Buyer> buyers = List.of(Buyer.guest(shop()), Buyer.guest(shop()));
		buyers.forEach((buyer) -> buyer.add(product, 1).ok());
		List<Answer> settled = concurrently(2, (i) -> {
			Buyer buyer = buyers.get(i);
			Answer placed = buyer.order("tok_success");
			return (placed.status() == 201) ? buyer.settled(placed.text("/id")) : placed;
		});
		assertThat(settled.stream().filter((it) -> it.text("/status").equals("CONFIRMED"))).hasSize(1);
		Answer loser = settled.stream()
			.filter((it) -> !it.text("/status").equals("CONFIRMED"))
			.findFirst()
			.orElseThrow();
		// Whether the loser learns it when placing or soon after depends on who was
		// faster by how much.
		if (loser.text("/status").equals("CANCELLED")) {
			assertThat(loser.text("/cancelReason")).isEqualTo("out-of-stock");
			assertThat(loser.text("/paymentId")).isEmpty();
		}
		else {
			assertThat(loser.status()).isEqualTo(409);
		}
		assertThat(staff().available(product)).isZero();
	}

	@Test
	void doubleClickOrdersOnce() throws Exception {
		String product = staff().sells("PHYSICAL", 2500, 10);
		Buyer guest = guestWith(product);
		String delivery = guest.deliveryOption();
		String key = UUID.randomUUID().toString();
		List<Answer> answers = concurrently(8, (i) -> guest.order("tok_success", delivery, key).ok());
		assertThat(answers.stream().map((it) -> it.text("/id")).distinct()).hasSize(1);
		String order = answers.getFirst().text("/id");
		Answer settled = guest.settled(order);
		assertThat(settled.text("/status")).isEqualTo("CONFIRMED");
		assertThat(staff().balance(order)).isEqualTo(settled.number("/quote/total/amount"));
		assertThat(staff().available(product)).isEqualTo(9);
		assertThat(guest.order("tok_success", delivery, key).ok().text("/id")).isEqualTo(order);
	}

	@Test
	void buyerIsAskedAgainWhenThePriceChanged() {
		String product = staff().sells("PHYSICAL", 2500, 10);
		Buyer guest = guestWith(product);
		long shown = guest.quote().ok().number("/total/amount");
		staff().reprices(product, 3000);
		Map<String, Object> order = new HashMap<>(guest.orderOf("tok_success", guest.deliveryOption()));
		order.put("shownTotal", Map.of("amount", shown, "currency", "USD"));
		Answer refused = guest.post("/api/orders", order);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("/type")).isEqualTo("urn:pangea:problem:orders:price-changed");
		assertThat(guest.get("/api/carts/" + guest.cart()).body().at("/lines/0/notices").toString())
			.contains("PRICE_ROSE");
		order.put("shownTotal", Map.of("amount", refused.number("/current/amount"), "currency", "USD"));
		String accepted = guest.post("/api/orders", order).ok().text("/id");
		assertThat(guest.settled(accepted).text("/status")).isEqualTo("CONFIRMED");
	}

	@Test
	void staffPaysBackInPartThenTheRest() {
		String product = staff().sells("PHYSICAL", 5000, 10);
		Buyer guest = guestWith(product);
		String order = guest.order("tok_success").ok().text("/id");
		long total = guest.settled(order).number("/quote/total/amount");
		refund(order, Map.of("amount", Map.of("amount", 1500, "currency", "USD"), "reason", "scratched"));
		Awaitility.await().untilAsserted(() -> assertThat(staff().balance(order)).isEqualTo(total - 1500));
		refund(order, Map.of("reason", "sent back"));
		Awaitility.await().untilAsserted(() -> assertThat(guest.find(order).text("/status")).isEqualTo("REFUNDED"));
		assertThat(staff().balance(order)).isZero();
		assertThat(staff().post("/api/orders/%s/refunds".formatted(order), Map.of("reason", "once more")).status())
			.isEqualTo(409);
	}

	private void refund(String order, Map<String, Object> refund) {
		staff().post("/api/orders/%s/refunds".formatted(order), refund).ok();
	}

	@Test
	void staffShipsWhatWasBought() {
		String product = staff().sells("PHYSICAL", 5000, 10);
		Buyer guest = guestWith(product);
		String order = guest.order("tok_success").ok().text("/id");
		guest.settled(order);
		staff().put("/api/orders/%s/shipment".formatted(order), Map.of("carrier", "Slow Post", "trackingCode", "SP1"))
			.ok();
		assertThat(guest.find(order).text("/shipment/trackingCode")).isEqualTo("SP1");
		assertThat(history(guest.find(order))).endsWith("SHIPPED");
	}

	@Test
	void staffImportsThenSells() {
		String sku = "CSV-" + UUID.randomUUID();
		Answer report = staff().imports("""
				sku,name,price,currency,stock
				%s,Imported teapot,19.90,USD,5
				,nameless,1.00,USD,1
				X-%s,Free of charge,0,USD,1
				""".formatted(sku, sku));
		assertThat(report.text("/status")).isEqualTo("FINISHED");
		assertThat(report.number("/created")).isEqualTo(1);
		assertThat(report.body().at("/firstRejections").findValuesAsString("reason")).containsExactly("sku-missing",
				"price-not-positive");
		String product = shop().get("/api/products?q=" + sku).ok().text("/items/0/id");
		Buyer guest = guestWith(product);
		String order = guest.order("tok_success").ok().text("/id");
		assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
		assertThat(staff().available(product)).isEqualTo(4);
	}

	@Test
	void digitalItemIsDeliveredWithoutShipping() {
		String product = staff().sells("DIGITAL", 900, 0);
		Buyer guest = guestWith(product);
		Answer quote = guest.get("/api/orders/quote?cart=%s&country=US".formatted(guest.cart())).ok();
		assertThat(quote.number("/shipping/amount")).isZero();
		String order = guest.order("tok_success").ok().text("/id");
		assertThat(guest.settled(order).text("/status")).isEqualTo("CONFIRMED");
	}

	@Test
	void nobodySeesWhatIsSomebodyElses() {
		String product = staff().sells("PHYSICAL", 900, 5);
		Buyer member = Buyer.member(shop());
		member.add(product, 1).ok();
		String order = member.order("tok_success").ok().text("/id");
		member.settled(order);
		assertThat(member.find(order).status()).isEqualTo(200);
		for (Buyer stranger : List.of(Buyer.guest(shop()), Buyer.member(shop()))) {
			assertThat(stranger.find(order).status()).isEqualTo(404);
			assertThat(stranger.get("/api/orders/" + order).status()).isEqualTo(404);
			assertThat(stranger.get("/api/carts/" + member.cart()).status()).isEqualTo(404);
		}
	}

	private Buyer guestWith(String product) {
		Buyer guest = Buyer.guest(shop());
		guest.add(product, 1).ok();
		return guest;
	}

	private static List<String> history(Answer order) {
		return order.body().get("history").findValuesAsString("status");
	}

	/** One thing done by several at the same time. */
	interface Attempt {

		Answer by(int number) throws Exception;

	}

	private static List<Answer> concurrently(int times, Attempt attempt)
			throws InterruptedException, ExecutionException {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Answer>> attempts = IntStream.range(0, times)
				.<Callable<Answer>>mapToObj((i) -> () -> attempt.by(i))
				.toList();
			List<Future<Answer>> futures = executor.invokeAll(attempts);
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> future : futures) {
				answers.add(future.get());
			}
			return answers;
		}
	}

}
