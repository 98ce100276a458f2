package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.storefront.Browser.Page;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class RecommendationPagesTests {

	@LocalServerPort
	private int port;

	private Stall stall;

	@BeforeEach
	void open(@Autowired ProductCatalog catalog, @Autowired People people) {
		this.stall = new Stall(catalog, people);
	}

	@Test
	void recommendsOnEveryPageWhatIsBoughtTogetherAndSaysWhy() {
		Product teapot = this.stall.offer("Teapot", "USD 20.00", 50);
		Product cosy = this.stall.offer("Cosy", "USD 9.00", 50);
		buyTogether(new Customer(this.port, path(teapot)), cosy);
		Customer guest = new Customer(this.port, path(teapot));
		Page product = awaitRow(guest, path(teapot), cosy);
		assertThat(product.words()).contains("Goes well with this", "Liked by those who like “Teapot”");
		assertThat(product.body()).contains("data-placement=\"product\"").doesNotContain("??", " style=");
		assertThat(guest.inPortuguese(path(teapot)).words()).contains("Combina com este",
				"Quem gosta de “Teapot em português” também gosta");

		guest.put();
		Page cart = guest.browser().get("/cart");
		assertThat(recommended(cart)).contains(cosy.id().toString()).doesNotContain(teapot.id().toString());
		assertThat(cart.words()).contains("Goes with your cart", "Often bought with “Teapot”");

		Customer member = new Customer(this.port, path(teapot)).signUp();
		member.await(member.buy(), "Your order is confirmed");
		Page home = awaitRow(member, "/", cosy);
		assertThat(home.words()).contains("For you", "Because you bought “Teapot”");
		assertThat(recommended(home)).doesNotContain(teapot.id().toString());
	}

	@Test
	void whoOptsOutIsShownWhatIsPopularAndMayComeBack() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 50);
		Product stove = this.stall.offer("Stove", "USD 9.00", 50);
		buyTogether(new Customer(this.port, path(kettle)), stove);
		Customer member = new Customer(this.port, path(kettle)).signUp();
		member.await(member.buy(), "Your order is confirmed");
		awaitRow(member, "/", stove);
		Page account = member.browser().get("/account");
		assertThat(account.words()).contains("follows from what you bought and watched here");
		Page out = member.browser()
			.follow(member.browser()
				.submit(account, "/account/recommendations", "optedOut", account.hidden("optedOut")));
		assertThat(out.words()).contains("We recommend what is popular");
		assertThat(member.browser().get("/").words()).doesNotContain("Because you bought")
			.containsAnyOf("Popular and new", "Popular now");
		member.browser().submit(out, "/account/recommendations", "optedOut", out.hidden("optedOut"));
		assertThat(member.browser().get("/account").words()).contains("follows from what you bought");
	}

	@Test
	void remembersWhatAGuestLookedAtOnlyAfterConsent() {
		Product lamp = this.stall.offer("Lamp", "USD 20.00", 50);
		Product bulb = this.stall.offer("Bulb", "USD 2.00", 50);
		buyTogether(new Customer(this.port, path(lamp)), bulb);
		Customer guest = new Customer(this.port, path(lamp));
		Page before = awaitRow(guest, path(lamp), bulb);
		assertThat(before.header("Set-Cookie")).doesNotContain("looked-at");
		assertThat(guest.browser().get("/").words()).doesNotContain("Because you looked at");
		answer(guest, before, true);
		assertThat(guest.browser().get(path(lamp)).header("Set-Cookie")).contains("looked-at=PRODUCT_" + lamp.id())
			.contains("HttpOnly");
		assertThat(awaitRow(guest, "/", bulb).words()).contains("Because you looked at “Lamp”");
		assertThat(answer(guest, guest.browser().get("/privacy"), false).header("Set-Cookie"))
			.containsPattern("looked-at=;[^\n]*Max-Age=0");
		assertThat(guest.browser().get("/").words()).doesNotContain("Because you looked at");
	}

	@Test
	void makesTheBestOfAForgedListOfWhatWasLookedAt() {
		Browser browser = new Browser(this.port);
		browser.get("/");
		Page home = browser.get("/", "Cookie", "consent=yes; looked-at=PRODUCT_x.FILM_.._.SHIP_1.PRODUCT_1-1-1-1-1");
		assertThat(home.status()).isEqualTo(200);
	}

	@Test
	void asksOnceWhetherVisitsMayBeCounted() {
		Customer guest = new Customer(this.port, "/");
		Page asked = guest.browser().get("/help");
		assertThat(asked.words()).contains("May we count which pages you look at");
		assertThat(asked.body()).doesNotContain("beacons");
		Page agreed = answer(guest, asked, true);
		assertThat(agreed.location()).isEqualTo("/help");
		assertThat(agreed.header("Set-Cookie")).contains("consent=yes");
		Page counted = guest.browser().get("/help");
		assertThat(counted.body()).contains("/storefront/beacons.js?v=").doesNotContain("consent-question");
		answer(guest, guest.browser().get("/privacy"), false);
		assertThat(guest.browser().get("/help").body()).doesNotContain("beacons", "consent-question");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DNT", "Sec-GPC" })
	void neitherAsksNorCountsWhoseBrowserAsksNotToBeTracked(String header) {
		Customer guest = new Customer(this.port, "/");
		answer(guest, guest.browser().get("/help"), true);
		Page page = guest.browser().get("/help", header, "1");
		assertThat(page.body()).doesNotContain("beacons", "consent-question");
		assertThat(guest.browser().get("/privacy", header, "1").words())
			.contains("Your browser asks not to be tracked");
		assertThat(new Browser(this.port).get("/", header, "1").body()).doesNotContain("consent-question");
	}

	@Test
	void tellsOfAnOrderOnThePageThatConfirmsIt() {
		Product mug = this.stall.offer("Mug", "USD 5.00", 5);
		Customer guest = new Customer(this.port, path(mug));
		String order = guest.buy();
		assertThat(guest.await(order, "Your order is confirmed").body())
			.contains("data-placed-order=\"%s\"".formatted(order.replace("/orders/", "")));
	}

	@Test
	void leadsNobodyElsewhereAfterAnAnswer() {
		Customer guest = new Customer(this.port, "/");
		Page page = guest.browser().get("/help");
		assertThat(guest.browser().submit(page, "/consent", "given", "false", "back", "//evil.example").location())
			.isEqualTo("/");
		assertThat(guest.browser().submit(page, "/consent", "given", "perhaps").status()).isEqualTo(404);
	}

	private static Page answer(Customer customer, Page page, boolean given) {
		return customer.browser().submit(page, "/consent", "given", String.valueOf(given), "back", page.path());
	}

	private static void buyTogether(Customer customer, Product other) {
		customer.put();
		Page page = customer.browser().get(path(other));
		customer.browser().submit(page, "/cart/items", "productId", page.hidden("productId"), "quantity", "1");
		customer.await(customer.pay(customer.goToPay()).location(), "Your order is confirmed");
	}

	private static Page awaitRow(Customer customer, String path, Product product) {
		return Awaitility.await(path)
			.until(() -> customer.browser().get(path), (page) -> recommended(page).contains(product.id().toString()));
	}

	private static List<String> recommended(Page page) {
		return page.all("data-recommended-product=\"([^\"]*)\"");
	}

	private static String path(Product product) {
		return "/products/" + product.slug();
	}

}
