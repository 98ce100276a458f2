package io.pangea.backoffice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pangea.accounts.Accounts;
import io.pangea.journeys.Buyer;
import io.pangea.journeys.Shop;
import io.pangea.platform.boundary.Boundaries;
import io.pangea.testing.People;
import io.pangea.testing.Silence;
import io.pangea.testing.SplitStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

import static org.assertj.core.api.Assertions.assertThat;

/** What staff see while a module is down, or does not answer. */
class StaffOutageTests {

	private static SplitStore store;

	private static int port;

	private static String order;

	private static String product;

	private static People.Person staff;

	private String down = "";

	private Browser browser;

	@BeforeAll
	static void start() {
		store = new SplitStore(SplitStore.withRest(List.of(Set.of("orders"), Set.of("payments"), Set.of("products"))),
				"pangea.calls.default.pause=500ms", "pangea.calls.default.page-timeout=2s",
				"pangea.backoffice.patience=1s");
		port = URI.create(store.addressOf("backoffice")).getPort();
		try (Shop shop = new Shop(store.addressOf("backoffice"))) {
			product = shop.get("/api/products?q=mug").ok().text("/items/0/id");
			Buyer buyer = Buyer.guest(shop);
			buyer.add(product, 1).ok();
			order = buyer.order("tok_success").ok().text("/id");
			buyer.settled(order);
		}
		var accounts = store.contextOf("accounts");
		staff = new People(accounts.getBean(Boundaries.class).between(Accounts.class, "tests"),
				accounts.getBean(JwtDecoder.class), accounts.getBean(JwtAuthenticationConverter.class))
			.staff();
	}

	@AfterAll
	static void stop() {
		store.close();
	}

	@BeforeEach
	void signIn() {
		this.browser = Browser.signedIn(port, staff.token());
	}

	@AfterEach
	void comeBack() {
		if (!this.down.isEmpty()) {
			store.start(this.down);
			signIn();
			Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
				assertThat(this.browser.get("/backoffice").text()).doesNotContain("data-module");
				assertThat(this.browser.get("/backoffice/orders/" + order).words()).contains("Captured");
			});
		}
	}

	@Test
	void dashboardShowsGoodsWhileOrdersAreAway() {
		stop("orders");
		Browser.Page page = this.browser.get("/backoffice");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Orders do not answer just now", "not known just now: orders to ship",
				"0 draft products", "Last orders All orders Not known just now.", "Nothing was imported yet.");
		assertThat(page.text()).doesNotContain("??");
		this.browser.get("/language/pt-BR?next=/backoffice");
		assertThat(this.browser.get("/backoffice").words()).contains("Os pedidos não respondem no momento",
				"Não se sabe no momento.");
	}

	@Test
	void dashboardShowsOrdersWhileProductsAreAway() {
		stop("products");
		Browser.Page page = this.browser.get("/backoffice");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Products do not answer just now", "1 order to ship",
				"not known just now: draft products");
		assertThat(page.text()).contains("/backoffice/orders/" + order);
	}

	@Test
	void orderIsShownWithoutItsLedgerWhilePaymentsAreAway() {
		String path = "/backoffice/orders/" + order;
		assertThat(this.browser.get(path).words()).contains("Captured");
		stop("payments");
		Browser.Page page = this.browser.get(path);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Payments do not answer just now", "Payment ledger Not known just now.",
				"Mark as shipped", "can be paid back");
	}

	@Test
	void saysWhatAPageIsAboutCannotBeHadAndWhatBecameOfAForm() {
		Browser.Page before = this.browser.get("/backoffice/products/" + product);
		stop("products");
		Browser.Page shown = this.browser.get("/backoffice/products/" + product);
		assertThat(shown.status()).isEqualTo(503);
		assertThat(shown.words()).contains("Nothing was changed", "Try again");
		Browser.Page sent = this.browser.post(before, "/backoffice/products/" + product + "/stock",
				Map.of("onHand", "7"));
		assertThat(sent.status()).isEqualTo(503);
		assertThat(sent.words()).contains("may or may not have been carried out").doesNotContain("Nothing was changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders", "payments", "products" })
	void pagesComeInTimeWhenAModuleHangs(String module) {
		stop(module);
		try (Silence silence = new Silence(URI.create(store.addressOf(module)).getPort())) {
			for (String path : List.of("/backoffice", "/backoffice/orders", "/backoffice/orders/" + order,
					"/backoffice/products", "/backoffice/products/" + product, "/backoffice/imports")) {
				long start = System.nanoTime();
				int status = this.browser.get(path).status();
				assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(Duration.ofSeconds(4));
				assertThat(status).as(path).isIn(200, 503);
			}
			assertThat(silence.heard()).isPositive();
		}
	}

	private void stop(String module) {
		store.stop(module);
		this.down = module;
	}

}
