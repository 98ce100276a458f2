package io.pangea.journeys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.pangea.videos.Footage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.pangea.journeys.Windows.that;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What customers and staff do in a browser, in a store with the demo catalogue. Pictures
 * of all pages are left in {@code target/journeys}. Where the store runs is said by those
 * who extend this.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserJourneys implements ViewerJourneys, CountedVisitJourneys {

	private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

	private final Chromium chromium = new Chromium();

	static {
		PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
	}

	private final Programme programme = new Programme(this);

	@AfterAll
	void closeBrowser() {
		this.chromium.close();
	}

	@Override
	public Browser browser() {
		return this.chromium.browser();
	}

	@Override
	public Programme programme() {
		return this.programme;
	}

	@ParameterizedTest
	@ValueSource(ints = { PHONE, DESKTOP })
	void guestFindsAndBuys(int width) {
		try (Visit guest = visit(width)) {
			guest.open("/");
			guest.look("home");
			guest.page().getByRole(AriaRole.SEARCHBOX).fill("teapott");
			guest.page().keyboard().press("Enter");
			that(guest.card("Moss Teapot")).isVisible();
			guest.look("search");
			guest.card("Moss Teapot").click();
			that(guest.page().locator("h1")).hasText("Moss Teapot");
			guest.look("product");
			addToCart(guest);
			guest.look("product-added");
			guest.follow("cart.view");
			guest.look("cart");
			goToPayment(guest, "");
			String total = guest.page().locator("#total").innerText();
			pay(guest, "tok_success");
			guest.look("order-confirmed");
			assertThat(guest.page().locator("#total").innerText()).isEqualTo(total);
			that(guest.page().locator("#cart-badge")).not().containsText("1");
		}
	}

	@Test
	void memberBuysWhatWasInBothCarts() {
		String email = "browser-%s@pangea.example".formatted(UUID.randomUUID());
		String password = UUID.randomUUID().toString();
		try (Visit member = visit(DESKTOP)) {
			member.open("/sign-up");
			member.look("sign-up");
			member.fill("field.name", "Ana Souza");
			member.fill("field.email", email);
			member.fill("field.password", password);
			member.press("sign-up.button");
			that(member.page().locator("h1")).containsText("Ana Souza");
			member.look("account-empty");
			member.open("/products/clothbound-notebook");
			addToCart(member);
			member.open("/account");
			member.press("sign-out");
			that(member.page().locator("h1")).hasText(member.text("home.headline"));
			member.open("/products/clothbound-notebook");
			addToCart(member);
			member.open("/products/ridge-insulated-bottle");
			addToCart(member);
			member.open("/sign-in");
			member.look("sign-in");
			member.fill("field.email", email);
			member.fill("field.password", password);
			member.press("sign-in.button");
			that(member.page().locator("h1")).containsText("Ana Souza");
			member.open("/cart");
			that(member.page().locator(".lines > li")).hasCount(2);
			that(member.page().getByLabel("Quantity of Clothbound Notebook")).hasValue("2");
			member.look("cart-merged");
			goToPayment(member, null);
			pay(member, "tok_success");
			member.follow("order.all");
			that(member.page().locator("table tbody tr")).hasCount(1);
			member.look("account-orders");
			member.open("/account/addresses");
			member.look("account-addresses-empty");
			member.follow("account.addresses.add");
			member.look("account-address");
			member.fillAddress();
			member.press("account.addresses.save");
			that(member.page().getByText("1 Long Street")).isVisible();
			member.look("account-addresses");
			member.open("/account");
			member.look("account");
			member.open("/account/delete");
			member.look("account-delete");
		}
	}

	@Test
	void declinedCardIsFollowedByASecondOne() {
		try (Visit guest = visit(PHONE)) {
			guest.open("/products/fig-leaf-candle");
			addToCart(guest);
			guest.follow("cart.view");
			goToPayment(guest, "");
			pay(guest, "tok_declined", "order.declined");
			guest.look("order-declined");
			String declined = guest.page().url();
			guest.follow("order.retry");
			pay(guest, "tok_success");
			guest.open("/language/pt-BR?next=" + URI.create(declined).getPath());
			guest.look("pt-order-declined");
		}
	}

	@Test
	void payerConfirmsAtTheBank() {
		try (Visit guest = visit(DESKTOP)) {
			guest.open("/products/deep-water-ink-50-ml");
			addToCart(guest);
			guest.follow("cart.view");
			goToPayment(guest, "");
			pay(guest, "tok_3ds", "order.action");
			guest.look("order-action");
			guest.follow("order.action.button");
			guest.look("challenge");
			guest.press("challenge.approve");
			waitFor(guest, "order.confirmed");
		}
	}

	@Test
	void guestBuysInPortuguese() {
		try (Visit guest = visit(PHONE)) {
			guest.open("/products/nine-colouring-pencils-in-a-tin");
			guest.link("Português (Brasil)").click();
			guest.speak(PORTUGUESE);
			that(guest.page().locator("html")).hasAttribute("lang", "pt-BR");
			that(guest.page().locator("h1")).hasText("Nove lápis de cor na latinha");
			guest.look("pt-product");
			addToCart(guest);
			guest.follow("cart.view");
			guest.look("pt-cart");
			goToPayment(guest, "pt-");
			pay(guest, "tok_success");
			guest.look("pt-order-confirmed");
			guest.open("/");
			guest.look("pt-home");
		}
	}

	@Test
	void guestBuysWithoutScripts() {
		try (Visit guest = new Visit(this.chromium.browser(), baseUrl(), Locale.ENGLISH, PHONE, false)) {
			guest.open("/search?q=kalimba");
			guest.card("Eleven-Note Kalimba").click();
			guest.press("product.add");
			that(guest.page().locator("h1")).hasText(guest.text("cart.title"));
			guest.look("plain-cart");
			goToPayment(guest, null);
			pay(guest, "tok_success");
			guest.look("plain-order-confirmed");
		}
	}

	@Test
	void guestLooksAround() {
		try (Visit guest = visit(PHONE)) {
			guest.open("/categories/tea-coffee");
			guest.look("category");
			guest.open("/search");
			guest.look("search-all");
			guest.open("/search?q=zzzzqqqq");
			guest.look("search-nothing");
			guest.open("/products/weekend-holdall");
			guest.look("product-sold-out");
			guest.open("/cart");
			guest.look("cart-empty");
			guest.open("/help");
			guest.look("help");
			guest.open("/privacy");
			guest.look("privacy");
			guest.open("/about");
			guest.look("about");
			guest.open("/nonsense");
			guest.look("not-found");
			guest.open("/sign-in");
			guest.fill("field.email", "nobody@pangea.example");
			guest.fill("field.password", "not the password");
			guest.press("sign-in.button");
			that(guest.page().getByText(guest.text("sign-in.failed"))).isVisible();
			guest.look("sign-in-failed");
			guest.open("/language/pt-BR?next=/cart");
			guest.look("pt-cart-empty");
			guest.open("/search?q=zzzzqqqq");
			guest.look("pt-search-nothing");
			guest.open("/products/weekend-holdall");
			guest.look("pt-product-sold-out");
			guest.open("/nonsense");
			guest.look("pt-not-found");
		}
	}

	@Test
	void staffImportsAndShips() {
		String sku = "BROWSER-" + UUID.randomUUID();
		try (Visit guest = visit(PHONE); Visit staff = visit(DESKTOP)) {
			guest.open("/products/ridge-insulated-bottle");
			addToCart(guest);
			guest.follow("cart.view");
			goToPayment(guest, null);
			pay(guest, "tok_success");
			String order = guest.page().url().substring(guest.page().url().lastIndexOf('/') + 1);
			signIn(staff);
			staff.look("backoffice");
			staff.follow("backoffice.imports");
			that(staff.field("backoffice.field.file")).isVisible();
			staff.look("backoffice-imports");
			staff.field("backoffice.field.file").setInputFiles(new FilePayload("goods.csv", "text/csv", """
					sku,name,price,currency,stock
					%s,Imported teapot,19.90,USD,5
					,nameless,1.00,USD,1
					""".formatted(sku).getBytes(StandardCharsets.UTF_8)));
			staff.press("backoffice.import.start");
			that(staff.page().locator("#import-created")).hasText("1", patiently());
			that(staff.page().locator("#import-rejected")).hasText("1");
			staff.look("backoffice-import");
			staff.open("/backoffice/products?q=" + sku);
			that(staff.link("Imported teapot")).isVisible();
			staff.look("backoffice-products");
			staff.link("Imported teapot").click();
			staff.look("backoffice-product");
			staff.open("/backoffice/orders");
			staff.look("backoffice-orders");
			staff.open("/backoffice/orders/" + order);
			staff.look("backoffice-order");
			staff.fill("backoffice.field.carrier", "Slow Post");
			staff.fill("backoffice.field.trackingCode", "SP1");
			staff.press("backoffice.order.ship");
			that(staff.page().getByText(staff.text("backoffice.done.shipped"))).isVisible();
			staff.look("backoffice-order-shipped");
			guest.open("/orders/" + order);
			that(guest.page().getByText("Slow Post")).isVisible();
			guest.look("order-shipped");
			staff.fill("backoffice.field.reason", "Scratched");
			staff.press("backoffice.order.pay-back");
			that(staff.page().getByText(staff.text("backoffice.done.refunded"))).isVisible();
			that(staff.page().locator("#refunded")).isVisible();
			staff.look("backoffice-order-refunded");
			staff.follow("backoffice.customers");
			that(staff.page().locator("h1")).hasText(staff.text("backoffice.customers"));
			staff.look("backoffice-customers");
			staff.open("/backoffice/customers?role=STAFF");
			staff.page().locator("#rows a").first().click();
			that(staff.page().getByText(staff.text("backoffice.customer.no-orders"))).isVisible();
			staff.look("backoffice-customer");
			guest.open("/orders/" + order);
			that(guest.page().locator("h1")).hasText(guest.text("order.refunded.all"));
			guest.look("order-refunded");
			guest.open("/language/pt-BR?next=/orders/" + order);
			guest.look("pt-order-refunded");
		}
	}

	@Test
	void staffPublishesAFilmAndLooksAtReports(@TempDir Path directory) {
		Path film = new Footage(directory).film("film.mp4", "640x360", 4);
		try (Visit guest = visit(PHONE); Visit staff = visit(DESKTOP)) {
			guest.open("/products/ridge-insulated-bottle");
			addToCart(guest);
			guest.follow("cart.view");
			goToPayment(guest, null);
			pay(guest, "tok_success");
			signIn(staff);
			staff.follow("backoffice.films");
			staff.look("backoffice-films");
			staff.follow("backoffice.film.new");
			staff.fill("backoffice.field.title", "The tide clock");
			staff.fill("backoffice.field.synopsis", "A keeper winds the sea.");
			staff.fill("backoffice.field.genres", "Drama, short");
			staff.look("backoffice-film-new");
			staff.press("backoffice.film.add");
			that(staff.page().locator("#next")).hasText(staff.text("backoffice.film.next.DRAFT"));
			staff.look("backoffice-film-draft");
			staff.field("backoffice.field.film").setInputFiles(film);
			staff.press("backoffice.upload.send");
			that(staff.page().locator("#next")).hasText(staff.text("backoffice.film.next.READY"),
					new LocatorAssertions.HasTextOptions().setTimeout(120_000));
			staff.look("backoffice-film-ready");
			staff.press("backoffice.film.publish");
			that(staff.page().locator("#next")).hasText(staff.text("backoffice.film.next.PUBLISHED"));
			staff.look("backoffice-film-published");
			staff.open("/backoffice/films");
			that(staff.link("The tide clock")).isVisible();
			staff.look("backoffice-films-some");
			staff.follow("backoffice.sales");
			that(staff.page().locator("#orders canvas").or(staff.page().locator("#orders .chart__nothing")))
				.isVisible();
			staff.look("backoffice-sales");
			staff.follow("backoffice.viewing");
			staff.look("backoffice-viewing");
			staff.open("/language/pt-BR?next=/backoffice/films/new");
			staff.look("pt-backoffice-film-new");
		}
	}

	@Test
	void staffChangeWhatLiesInACart() {
		String sku = "BROWSER-" + UUID.randomUUID();
		String bowl = "Bowl " + sku;
		String header = "sku,name,price,currency,stock\n";
		try (Visit guest = visit(PHONE); Visit staff = visit(DESKTOP)) {
			signIn(staff);
			importGoods(staff, header + "%1$s,%2$s,19.90,USD,5\n%1$s-2,%2$s again,9.90,USD,5\n".formatted(sku, bowl));
			guest.open("/search?q=" + sku);
			guest.card(bowl + " again").click();
			addToCart(guest);
			guest.open("/search?q=" + sku + "&sort=price_desc");
			guest.card(bowl).click();
			guest.fill("product.quantity", "3");
			addToCart(guest);
			importGoods(staff, header + "%1$s,%2$s,24.90,USD,2\n%1$s-2,%2$s again,9.90,USD,0\n".formatted(sku, bowl));
			guest.open("/cart");
			that(guest.page().getByText("The price rose from $19.90 to $24.90")).isVisible();
			that(guest.page().getByText(guest.text("cart.notice.SOLD_OUT"))).isVisible();
			guest.look("cart-changed");
			guest.open("/language/pt-BR?next=/cart");
			guest.look("pt-cart-changed");
		}
	}

	private void signIn(Visit visit) {
		visit.open("/backoffice");
		visit.fill("field.email", staff().email());
		visit.fill("field.password", staff().password());
		visit.press("sign-in.button");
		that(visit.page().locator("h1")).hasText(visit.text("backoffice.dashboard"));
	}

	private static void importGoods(Visit staff, String csv) {
		staff.open("/backoffice/imports");
		staff.field("backoffice.field.file")
			.setInputFiles(new FilePayload("goods.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
		staff.press("backoffice.import.start");
		that(staff.page().getByText(staff.text("backoffice.import.status.FINISHED")))
			.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
	}

	static void addToCart(Visit visit) {
		visit.press("product.add");
		that(visit.page().locator("#notice .notice")).isVisible();
	}

	/**
	 * From the cart to the page where one pays; what the pages look like is kept under
	 * names with a prefix, if there is one.
	 */
	static void goToPayment(Visit visit, @Nullable String look) {
		visit.follow("cart.checkout");
		checkOut(visit, look);
	}

	/** As above, from the first page of the checkout. */
	static void checkOut(Visit visit, @Nullable String look) {
		look(visit, look, "checkout-address");
		if ("".equals(look)) {
			visit.press("checkout.continue");
			that(visit.page().locator("#form-errors")).isVisible();
			look(visit, look, "checkout-address-errors");
		}
		visit.fillAddress();
		if (visit.field("field.email").inputValue().isEmpty()) {
			visit.fill("field.email", "ana@pangea.example");
		}
		visit.press("checkout.continue");
		if (visit.page().url().endsWith("/delivery")) {
			look(visit, look, "checkout-delivery");
			visit.page().locator("input[name=delivery]").first().check();
			visit.press("checkout.continue");
		}
		look(visit, look, "checkout-review");
		visit.follow("checkout.review.pay");
		look(visit, look, "checkout-pay");
	}

	private static void look(Visit visit, @Nullable String prefix, String name) {
		if (prefix != null) {
			visit.look(prefix + name);
		}
	}

	static void pay(Visit visit, String token) {
		pay(visit, token, "order.confirmed");
	}

	private static void pay(Visit visit, String token, String outcome) {
		visit.page().locator("#" + token).check();
		visit.press("checkout.pay.button");
		waitFor(visit, outcome);
	}

	private static void waitFor(Visit visit, String outcome) {
		that(visit.page().locator("h1")).containsText(visit.text(outcome),
				new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
	}

	private static LocatorAssertions.HasTextOptions patiently() {
		return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
	}

}
