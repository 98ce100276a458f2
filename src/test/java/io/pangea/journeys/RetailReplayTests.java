package io.pangea.journeys;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.pangea.accounts.Accounts;
import io.pangea.journeys.Shop.Answer;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Replays a real retailer's invoices as orders of concurrent customers: afterwards
 * revenue equals, to the penny, the sum over the good lines, the stock is gone and the
 * ledger balances. A slice by default, all of it with {@code -Dpangea.replay=all}.
 */
@StoreTest
class RetailReplayTests {

	private static final int SLICE = 15;

	private static final int CUSTOMERS = 8;

	@Test
	void invoicesAddUpToThePenny(@LocalServerPort int port, @Autowired Accounts accounts) throws Exception {
		assumeTrue(Files.exists(Invoices.FILE), "The retail data is not here: " + Invoices.FILE);
		Invoices invoices = Invoices
			.read("all".equals(System.getProperty("pangea.replay")) ? Integer.MAX_VALUE : SLICE);
		try (Shop shop = new Shop("http://localhost:" + port)) {
			Staff staff = LocalStaff.hired(shop, accounts);
			String prefix = "R%d-".formatted(System.nanoTime());
			Answer report = staff.imports(invoices.csv(prefix));
			assertThat(report.number("/created")).as("%s", report.body()).isEqualTo(invoices.goods().size());
			Map<String, String> ids = ids(shop, prefix);
			assertThat(ids).hasSize(invoices.goods().size());

			List<Answer> orders = replay(shop, invoices, prefix, ids);
			assertThat(orders).allMatch((order) -> order.text("/status").equals("CONFIRMED"));
			assertThat(orders.stream().mapToLong((order) -> order.number("/quote/subtotal/amount")).sum())
				.isEqualTo(invoices.revenue());
			assertThat(orders).allSatisfy((order) -> assertThat(staff.balance(order.text("/id")))
				.isEqualTo(order.number("/quote/total/amount")));
			assertThat(ids.values()).allSatisfy((product) -> assertThat(staff.available(product)).isZero());
		}
	}

	private static Map<String, String> ids(Shop shop, String prefix) {
		Map<String, String> ids = new HashMap<>();
		String next = "";
		do {
			Answer page = shop.get("/api/products?category=imported&limit=100&sort=NAME" + next).ok();
			page.body().get("items").forEach((item) -> {
				String sku = item.at("/description/sku").asString();
				if (sku.startsWith(prefix)) {
					ids.put(sku, item.at("/id").asString());
				}
			});
			next = "&cursor=" + page.text("/next");
		}
		while (next.length() > "&cursor=".length());
		return ids;
	}

	private static List<Answer> replay(Shop shop, Invoices invoices, String prefix, Map<String, String> ids)
			throws Exception {
		var waiting = new ConcurrentLinkedQueue<>(invoices.orders(99, 100));
		List<Future<List<Answer>>> customers = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < CUSTOMERS; i++) {
				customers.add(executor.submit(() -> {
					List<Answer> bought = new ArrayList<>();
					for (var lines = waiting.poll(); lines != null; lines = waiting.poll()) {
						bought.add(buy(shop, lines, prefix, ids));
					}
					return bought;
				}));
			}
		}
		List<Answer> orders = new ArrayList<>();
		for (Future<List<Answer>> customer : customers) {
			orders.addAll(customer.get());
		}
		return orders;
	}

	private static Answer buy(Shop shop, Map<String, Long> lines, String prefix, Map<String, String> ids) {
		Buyer guest = Buyer.guest(shop);
		lines.forEach((sku, quantity) -> guest.add(String.valueOf(ids.get(prefix + sku)), quantity.intValue()).ok());
		String order = guest.order("tok_success", guest.deliveryOption(), UUID.randomUUID().toString())
			.ok()
			.text("/id");
		return guest.settled(order);
	}

}
