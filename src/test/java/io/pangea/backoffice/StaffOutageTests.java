package io.pangea.backoffice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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

	private static String customer;

	private static String order;

	private static String product;

	private static People.Person staff;

	private String down = "";

	private Browser browser;

	@BeforeAll
	static void start() {
		store = new SplitStore(SplitStore.withRest(
				Stream.of("accounts", "analytics", "orders", "payments", "products", "videos").map(Set::of).toList()),
				"pangea.calls.default.pause=500ms", "pangea.calls.default.page-timeout=2s",
				"pangea.backoffice.patience=1s");
		port = URI.create(store.addressOf("backoffice")).getPort();
		try (Shop shop = new Shop(store.addressOf("backoffice"))) {
			product = shop.get("/api/products?q=mug").ok().text("/items/0/id");
			Buyer buyer = Buyer.member(shop);
			customer = buyer.get("/api/accounts/me").ok().text("/id");
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
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(pages()).allSatisfy((path) -> {
					Browser.Page page = this.browser.get(path);
					assertThat(page.status()).as(path).isEqualTo(200);
					assertThat(page.text()).as(path).doesNotContain("data-module");
				}));
		}
	}

	private static List<String> pages() {
		return List.of("/backoffice", "/backoffice/orders", "/backoffice/orders/" + order, "/backoffice/customers",
				"/backoffice/customers/" + customer, "/backoffice/products", "/backoffice/products/" + product,
				"/backoffice/imports", "/backoffice/films", "/backoffice/films/new", "/backoffice/sales",
				"/backoffice/viewing");
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
	void customerIsShownWithoutOrdersWhileThoseAreAway() {
		stop("orders");
		Browser.Page page = this.browser.get("/backoffice/customers/" + customer);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Orders do not answer just now", "Orders Not known just now.", "A Member",
				"Has an account since");
		assertThat(this.browser.get("/backoffice/customers?q=member").words()).contains("A Member");
	}

	@Test
	void ordersOfACustomerAreShownWhileAccountsAreAway() {
		stop("accounts");
		Browser.Page page = this.browser.get("/backoffice/customers/" + customer);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.words()).contains("Accounts do not answer just now", "Account Not known just now.");
		assertThat(page.text()).contains("/backoffice/orders/" + order).doesNotContain("??");
		Browser.Page list = this.browser.get("/backoffice/customers?q=member");
		assertThat(list.status()).isEqualTo(503);
		assertThat(list.words()).contains("This does not answer just now", "Nothing was changed", "Try again");
		answersAllBut("/backoffice/customers");
	}

	@Test
	void reportsSayThatNumbersAreMissingWhileAnalyticsAreAway() {
		stop("analytics");
		for (String path : List.of("/backoffice/sales", "/backoffice/viewing")) {
			Browser.Page page = this.browser.get(path);
			assertThat(page.status()).as(path).isEqualTo(200);
			assertThat(page.words()).as(path)
				.contains("Analytics do not answer just now", "Not known just now.")
				.doesNotContain("Nothing was sold", "Nothing was watched");
			assertThat(page.text()).as(path).doesNotContain("??");
			assertThat(this.browser.get(path + "/data").status()).as(path).isEqualTo(503);
		}
		Browser.Page file = this.browser.get("/backoffice/sales/export");
		assertThat(file.status()).isEqualTo(503);
		assertThat(file.words()).contains("This does not answer just now", "Try again");
		answersAllBut("/backoffice/sales", "/backoffice/viewing");
	}

	@Test
	void filmsSayThatTheyDoNotAnswerWhileVideosAreAway() {
		stop("videos");
		for (String path : List.of("/backoffice/films", "/backoffice/films?state=READY",
				"/backoffice/films/" + UUID.randomUUID())) {
			Browser.Page page = this.browser.get(path);
			assertThat(page.status()).as(path).isEqualTo(503);
			assertThat(page.words()).as(path).contains("This does not answer just now", "Try again");
		}
		Browser.Page form = this.browser.get("/backoffice/films/new");
		assertThat(form.status()).isEqualTo(200);
		assertThat(form.words()).contains("Films do not answer just now");
		Browser.Page sent = this.browser.post(form, "/backoffice/films", Map.of("key", form.hidden("key"), "title",
				"Tides", "synopsis", "Water.", "year", "2024", "minimumAge", "0", "access", "FREE"));
		assertThat(sent.status()).isEqualTo(503);
		assertThat(sent.words()).contains("may or may not have been carried out");
		answersAllBut("/backoffice/films", "/backoffice/films/new");
	}

	private void answersAllBut(String... paths) {
		assertThat(pages()).filteredOn((path) -> Stream.of(paths).noneMatch(path::startsWith)).allSatisfy((path) -> {
			Browser.Page page = this.browser.get(path);
			assertThat(page.status()).as(path).isEqualTo(200);
			assertThat(page.text()).as(path).doesNotContain("data-module");
		});
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
	@ValueSource(strings = { "accounts", "analytics", "orders", "payments", "products", "videos" })
	void pagesComeInTimeWhenAModuleHangs(String module) {
		stop(module);
		try (Silence silence = new Silence(URI.create(store.addressOf(module)).getPort())) {
			for (String path : pages()) {
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
