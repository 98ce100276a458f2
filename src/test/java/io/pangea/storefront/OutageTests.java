package io.pangea.storefront;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.pangea.journeys.Shop;
import io.pangea.platform.Modules;
import io.pangea.storefront.Browser.Page;
import io.pangea.testing.Silence;
import io.pangea.testing.SplitStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What shoppers see while a module is down, or does not answer, and after it is back: all
 * modules are apart.
 */
class OutageTests {

	private static SplitStore store;

	private static int port;

	private static String goods;

	private String down;

	@BeforeAll
	static void start() {
		store = new SplitStore(Modules.ofTheHouse().names().stream().map(Set::of).toList(),
				"pangea.calls.default.pause=500ms", "pangea.calls.default.page-timeout=3s",
				"pangea.calls.default.read-timeout=8s", "pangea.storefront.patience=500ms",
				"pangea.storefront.usual=1s", "pangea.orders.first-retry=100ms", "pangea.orders.longest-retry=500ms",
				"pangea.orders.poll-interval=100ms");
		port = URI.create(store.addressOf("storefront")).getPort();
		try (Shop shop = new Shop(store.addressOf("storefront"))) {
			goods = "/products/" + shop.get("/api/products?q=mug").ok().text("/items/0/slug");
		}
	}

	@AfterAll
	static void stop() {
		store.close();
	}

	@BeforeEach
	void everybodyIsWell() {
		this.down = "";
	}

	@AfterEach
	void backToNormal() {
		comeBack();
	}

	@Test
	void orderWaitsForPaymentsAndIsConfirmedAfterwards() {
		Customer guest = new Customer(port, goods);
		stop("payments");
		String order = guest.buy();
		Page waiting = guest.await(order, "payments do not answer yet");
		assertThat(waiting.status()).isEqualTo(200);
		assertThat(waiting.words()).contains("Your goods are set aside", "goes on by itself");
		assertThat(guest.inPortuguese(order).words()).contains("os pagamentos ainda não respondem");
		comeBack();
		guest.await(order, "Your order is confirmed");
	}

	@Test
	void cartShowsWhatIsInItWhileProductsIsAway() {
		Customer guest = new Customer(port, goods);
		guest.put();
		Page before = guest.browser().get("/cart");
		String name = before.all("class=\"lines__name\"[^>]*>([^<]*)<").getFirst();
		String price = before.all("class=\"lines__total\"[^>]*>([^<]*)<").getFirst();
		stop("products");
		Page cart = guest.browser().get("/cart");
		assertThat(cart.status()).isEqualTo(200);
		assertThat(cart.words()).contains(name, price, "they are as last seen");
		assertThat(guest.inPortuguese("/cart").words()).contains("são os últimos conhecidos");
		Page more = guest.browser()
			.submit(cart, "/cart/items/" + cart.all("/cart/items/([0-9a-f-]{36})").getFirst(), "quantity", "2");
		assertThat(guest.browser().follow(more).words()).contains("We cannot look up what this costs at the moment");
		comeBack();
		assertThat(guest.await("/cart", price).words()).doesNotContain("as last seen");
		guest.await(guest.pay(guest.goToPay()).location(), "Your order is confirmed");
	}

	@Test
	void membersStaySignedInAndGuestsBuyWhileAccountsIsAway() {
		String email = "ana-%s@pangea.example".formatted(UUID.randomUUID());
		Customer member = new Customer(port, goods).signUp(email, "correct horse battery");
		String order = member.buy();
		member.await(order, "Your order is confirmed");
		stop("accounts");
		Page account = member.browser().get("/account");
		assertThat(account.status()).isEqualTo(200);
		assertThat(account.words()).contains("You are still signed in", "Sign out", "Recent orders");
		assertThat(account.body()).contains(order);
		assertThat(member.inPortuguese("/account").words()).contains("Você continua conectado");
		member.put();
		Page address = member.browser().get("/checkout/address");
		assertThat(address.words()).contains("saved addresses are missing");
		member.await(member.pay(member.goToPay()).location(), "Your order is confirmed");
		Customer guest = new Customer(port, goods);
		guest.await(guest.buy(), "Your order is confirmed");
		Page refused = guest.signIn(email, "correct horse battery");
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.words()).contains("Nobody can sign in just now", "order without an account");
		comeBack();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(guest.signIn(email, "correct horse battery").location()).isEqualTo("/account"));
		assertThat(member.browser().get("/account").words()).contains("Hello, Ana");
	}

	@Test
	void guestsCartComesAlongLaterWhenCartWasAwayAtSignIn() {
		String email = "ana-%s@pangea.example".formatted(UUID.randomUUID());
		new Customer(port, goods).signUp(email, "correct horse battery");
		Customer guest = new Customer(port, goods);
		guest.put();
		stop("cart");
		assertThat(guest.signIn(email, "correct horse battery").location()).isEqualTo("/account");
		Page page = guest.browser().get(goods);
		Page notice = guest.browser()
			.submitAsScript(page, "/cart/items", "productId", page.hidden("productId"), "quantity", "1");
		assertThat(notice.words()).contains("Your cart does not answer just now");
		comeBack();
		assertThat(guest.await("/cart", "Go to checkout").words()).contains("1 item");
	}

	@Test
	void orderThatMayOrMayNotHaveArrivedIsPlacedOnce() {
		Customer guest = new Customer(port, goods);
		guest.put();
		Page pay = guest.goToPay();
		stop("orders");
		Page unsure = guest.pay(pay);
		assertThat(unsure.status()).isEqualTo(503);
		assertThat(unsure.words()).contains("We do not know yet whether your order arrived",
				"never placed or charged twice");
		comeBack();
		Awaitility.await().until(() -> guest.pay(unsure).status() == 302);
		String order = guest.pay(unsure).location();
		assertThat(guest.pay(unsure).location()).isEqualTo(order);
		guest.await(order, "Your order is confirmed");
	}

	@ParameterizedTest
	@CsvSource({ "products, /search /categories/tea-coffee GOODS /checkout/review /checkout/pay",
			"cart, /cart /checkout/address /checkout/delivery /checkout/review /checkout/pay",
			"orders, /checkout/delivery /checkout/review /checkout/pay ORDER /account/orders",
			"accounts, /account/addresses", "payments, NONE", "recommendations, NONE", "analytics, NONE" })
	void everyOtherPageIsShownAndTheRestSayWhatIsMissing(String module, String without) {
		Customer member = new Customer(port, goods).signUp();
		String order = member.buy();
		member.await(order, "Your order is confirmed");
		member.put();
		member.goToPay();
		List<String> missing = List.of(without.replace("GOODS", goods).replace("ORDER", order).split(" "));
		stop(module);
		List<String> paths = List.of("/", "/search", "/categories/tea-coffee", goods, "/cart", "/checkout/address",
				"/checkout/delivery", "/checkout/review", "/checkout/pay", order, "/account", "/account/orders",
				"/account/addresses", "/account/delete", "/help", "/sign-in", "/sign-up");
		for (String path : paths) {
			Page page = member.browser().get(path);
			assertThat(page.status()).as(path).isEqualTo(missing.contains(path) ? 503 : 200);
			assertThat(page.body()).as(path).contains("site-footer").doesNotContain("??");
			if (missing.contains(path)) {
				assertThat(page.words()).as(path).contains("does not answer just now", "in a moment");
				assertThat(page.header("Retry-After")).isNotEmpty();
				assertThat(member.inPortuguese(path).words()).as(path)
					.contains("não responde no momento", "daqui a pouco");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "products", "cart", "orders", "accounts", "payments", "recommendations" })
	void pagesComeInTimeWhenAModuleHangs(String module) {
		Customer member = new Customer(port, goods).signUp();
		member.put();
		String order = member.pay(member.goToPay(), "tok_3ds").location();
		member.await(order, "Your bank asks you to confirm");
		stop(module);
		try (Silence silence = new Silence(URI.create(store.addressOf(module)).getPort())) {
			for (String path : List.of("/", "/account", "/help", goods, "/cart", order)) {
				long start = System.nanoTime();
				Page page = member.browser().get(path);
				Duration took = Duration.ofNanos(System.nanoTime() - start);
				// What it can do without is given up long before what it is about.
				assertThat(page.status()).as(path).isIn(200, 503);
				assertThat(took).as(path).isLessThan(Duration.ofMillis((page.status() == 200) ? 2500 : 5000));
			}
			assertThat(silence.heard()).isPositive();
		}
	}

	@Test
	void pagesSayThatNobodyRecommendsAnythingAndShowTheRest() {
		Customer guest = new Customer(port, goods);
		stop("recommendations");
		for (String path : List.of("/", goods, "/cart")) {
			assertThat(guest.browser().get(path).words()).as(path)
				.contains("We cannot look up just now what may suit you");
		}
		assertThat(guest.browser().get("/").words()).contains("New in the shop");
		assertThat(guest.inPortuguese(goods).words()).contains("não conseguimos consultar o que pode agradar a você");
		guest.await(guest.buy(), "Your order is confirmed");
	}

	private void stop(String module) {
		store.stop(module);
		this.down = module;
	}

	private void comeBack() {
		if (!this.down.isEmpty()) {
			store.start(this.down);
			this.down = "";
		}
	}

}
