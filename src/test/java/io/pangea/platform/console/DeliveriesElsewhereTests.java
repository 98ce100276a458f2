package io.pangea.platform.console;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.pangea.accounts.Accounts;
import io.pangea.backoffice.Browser;
import io.pangea.journeys.Shop;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.products.ProductId;
import io.pangea.products.ProductWithdrawn;
import io.pangea.testing.People;
import io.pangea.testing.Silence;
import io.pangea.testing.SplitStore;
import io.pangea.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries that failed in another process than the one that has the page. */
class DeliveriesElsewhereTests {

	private static final String PATH = "/backoffice/deliveries";

	private static final String LISTENER = "cart.product-withdrawn";

	@Test
	void anAdministratorSeesAndReplaysThemAndLearnsWhoDoesNotAnswer() {
		try (SplitStore store = store()) {
			int port = URI.create(store.addressOf("backoffice")).getPort();
			Browser browser = Browser.signedIn(port, administrator(store).token());
			assertThat(browser.get(PATH).words()).contains("Everything has been delivered");

			JdbcClient cart = store.contextOf("cart").getBean(JdbcClient.class);
			ProductId product = seen(cart);
			cart.sql("alter table cart.products rename to broken").update();
			withdraw(store, product);
			await().untilAsserted(() -> assertThat(browser.get(PATH).words()).contains(LISTENER, "ProductWithdrawn",
					product.toString(), "Parked"));
			assertThat(store.contextOf("backoffice")
				.getBean(JdbcClient.class)
				.sql("table pangea.held_delivery")
				.query()
				.listOfRows()).isEmpty();

			cart.sql("alter table cart.broken rename to products").update();
			Browser.Page page = browser.get(PATH);
			Browser.Page done = browser.follow(browser.post(page, PATH + "/replays", Map.of("id", page.hidden("id"))));
			assertThat(done.words()).contains("They are being tried again.");
			await().untilAsserted(() -> assertThat(isOnSale(cart, product)).isFalse());
			await()
				.untilAsserted(() -> assertThat(browser.get(PATH).words()).contains("Everything has been delivered"));

			store.stop("cart");
			saysThatCartIsMissing(browser);
			try (Silence silence = new Silence(URI.create(store.addressOf("cart")).getPort())) {
				saysThatCartIsMissing(browser);
				Browser.Page unsure = browser.post(browser.get(PATH), PATH + "/replays",
						Map.of("id", UUID.randomUUID().toString()));
				assertThat(browser.follow(unsure).words())
					.contains("They are being tried again, as far as their processes answer.");
				assertThat(silence.heard()).isPositive();
			}
			browser.get("/language/pt-BR?next=" + PATH);
			assertThat(browser.get(PATH).words()).contains("Sem resposta do processo de: cart.");
		}
	}

	/** As while a module that leaves still shares the database of the rest. */
	@Test
	void eachIsShownOnceWhenProcessesShareADatabase() {
		try (SplitStore store = store("spring.datasource.url=" + TestDatabase.create(),
				"spring.datasource.username=postgres", "spring.datasource.password=postgres");
				Shop shop = new Shop(store.addressOf("backoffice"))) {
			String[] admin = { "Authorization", "Bearer " + administrator(store).token() };
			JdbcClient cart = store.contextOf("cart").getBean(JdbcClient.class);
			cart.sql("""
					insert into pangea.held_delivery (id, listener_id, event_type, serialized_event, publication_date,
					    attempts) values (gen_random_uuid(), 'cart.nothing', 'Happened', '{}', now(), 8)
					""").update();
			for (String module : List.of("cart", "backoffice")) {
				try (Shop part = new Shop(store.addressOf(module))) {
					assertThat(items(part.get("/api/deliveries?here=true", admin))).hasSize(1);
				}
			}
			assertThat(items(shop.get("/api/deliveries", admin))).hasSize(1);
		}
	}

	private static void saysThatCartIsMissing(Browser browser) {
		long start = System.nanoTime();
		Browser.Page page = browser.get(PATH);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("No answer from the process of: cart.", "Nothing undelivered elsewhere")
			.doesNotContain("Everything has been delivered");
	}

	private static SplitStore store(String... settings) {
		String[] all = Stream.concat(
				Stream.of("pangea.demo=false", "pangea.deliveries.attempts=2", "pangea.deliveries.first-delay=100ms",
						"pangea.deliveries.poll-interval=100ms", "pangea.broker.poll-interval=100ms"),
				Stream.of(settings))
			.toArray(String[]::new);
		return new SplitStore(SplitStore.withRest(List.of(Set.of("cart"))), all);
	}

	private static People.Person administrator(SplitStore store) {
		var accounts = store.contextOf("accounts");
		return new People(accounts.getBean(Boundaries.class).between(Accounts.class, "tests"),
				accounts.getBean(JwtDecoder.class), accounts.getBean(JwtAuthenticationConverter.class))
			.admin();
	}

	private static ProductId seen(JdbcClient cart) {
		ProductId product = ProductId.next();
		cart.sql("""
				insert into cart.products (id, slug, name, physical, price, currency, priced_at, on_sale, on_sale_at)
				values (?, 'mug', 'Mug', true, 100, 'USD', now() - interval '1 day', true, now() - interval '1 day')
				""").param(product.value()).update();
		return product;
	}

	private static boolean isOnSale(JdbcClient cart, ProductId product) {
		return cart.sql("select on_sale from cart.products where id = ?")
			.param(product.value())
			.query(Boolean.class)
			.single();
	}

	private static void withdraw(SplitStore store, ProductId product) {
		var products = store.contextOf("products");
		products.getBean(TransactionTemplate.class)
			.executeWithoutResult(
					(status) -> products.publishEvent(new ProductWithdrawn(UUID.randomUUID(), Instant.now(), product)));
	}

	private static List<JsonNode> items(Shop.Answer answer) {
		return StreamSupport.stream(answer.ok().body().at("/items").spliterator(), false).toList();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
	}

}
