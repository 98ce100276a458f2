package io.pangea.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.pangea.journeys.Shop.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.pangea.journeys.Windows.that;
import static org.assertj.core.api.Assertions.assertThat;

/** What is counted of a visit, and when nothing is. */
interface CountedVisitJourneys extends Windows {

	/** A fact that a page told, in the export. */
	Pattern TOLD = Pattern.compile(",pages\\.([a-z-]+)\\.v1,([0-9a-f-]{36}),.*?\"\"page\"\": ?\"\"([^\"]*)\"\"");

	@Test
	default void visitIsCountedStepByStepOnceAgreedTo() {
		try (Shop shop = new Shop(baseUrl());
				Chromium somebody = Chromium.ofSomebody();
				Visit guest = new Visit(somebody.browser(), baseUrl(), Locale.ENGLISH, DESKTOP, true)) {
			Staff staff = Staff.signedIn(shop, staff().email(), staff().password());
			Answer product = staff.get("/api/products/" + staff.sells("PHYSICAL", 2500, 10)).ok();
			String film = recommended(shop, product.text("/id"));
			List<Long> before = figures(staff);
			guest.open("/");
			that(guest.page().locator(".consent")).isVisible();
			guest.look("consent");
			guest.press("consent.no");
			that(guest.page().locator(".consent")).hasCount(0);
			that(guest.page().locator("#beacons")).hasCount(0);
			guest.open("/privacy");
			guest.press("consent.start");
			that(guest.page().getByText(guest.text("consent.state.yes"))).isVisible();
			guest.open("/products/" + product.text("/slug"));
			Locator card = guest.page().locator("[data-recommended-film='" + film + "']");
			card.scrollIntoViewIfNeeded();
			card.locator("a").first().click();
			that(guest.page().locator("[data-way]")).isVisible();
			guest.open("/products/" + product.text("/slug"));
			BrowserJourneys.addToCart(guest);
			guest.follow("cart.view");
			BrowserJourneys.goToPayment(guest, null);
			BrowserJourneys.pay(guest, "tok_success");
			guest.open(guest.page().url().substring(baseUrl().length()));
			String session = session(guest.page());
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(
						() -> assertThat(told(staff, session).filter((it) -> !it.contains("recommendation-shown")))
							.containsExactlyInAnyOrder("page-viewed /privacy", "page-viewed /products",
									"product-viewed /products", "recommendation-clicked /products",
									"page-viewed /films", "film-viewed /films", "page-viewed /products",
									"product-viewed /products", "cart-filled /products", "page-viewed /cart",
									"page-viewed /checkout", "checkout-started /checkout", "page-viewed /checkout",
									"page-viewed /checkout", "page-viewed /checkout", "page-viewed /orders",
									"order-placed /orders", "page-viewed /orders"));
			long shown = told(staff, session).filter((it) -> it.contains("recommendation-shown")).count();
			assertThat(shown).isPositive();
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(figures(staff))
					.isEqualTo(more(before, List.of(1L, 1L, 1L, 1L, 1L, shown, 1L))));
			looksAtReports(film);
		}
	}

	private void looksAtReports(String film) {
		try (Visit staff = visit(DESKTOP)) {
			staff.open("/sign-in?next=/backoffice/sales");
			Windows.signIn(staff, staff());
			that(staff.page().locator("#funnel canvas")).isVisible();
			staff.look("backoffice-sales-counted");
			staff.open("/backoffice/viewing?film=%s#retention".formatted(film));
			that(staff.page().locator("#retention canvas")).isVisible();
			staff.look("backoffice-viewing-counted");
		}
	}

	/** Heeded without a question; what was agreed to before does not count then. */
	@ParameterizedTest
	@ValueSource(strings = { "DNT", "Sec-GPC" })
	default void visitOfWhoAsksNotToBeTrackedIsNotCounted(String signal) {
		try (Visit guest = Visit.saying(Map.of(signal, "1"), browser(), baseUrl())) {
			guest.open("/");
			that(guest.page().locator(".consent")).hasCount(0);
			agreeBefore(guest);
			guest.open("/privacy");
			that(guest.page().getByText(guest.text("consent.state.signalled"))).isVisible();
			that(guest.page().locator("#beacons")).hasCount(0);
			guest.look("privacy-" + signal.toLowerCase(Locale.ROOT));
		}
	}

	/** This browser says that it is one. */
	@Test
	default void visitOfARobotIsNotCounted() {
		try (Shop shop = new Shop(baseUrl()); Visit robot = visit(DESKTOP)) {
			Staff staff = Staff.signedIn(shop, staff().email(), staff().password());
			robot.open("/");
			robot.press("consent.yes");
			assertThat(robot.page()
				.waitForResponse((it) -> it.url().endsWith("/api/analytics/beacons"), () -> robot.open("/films"))
				.text()).contains("\"accepted\":0");
			assertThat(told(staff, session(robot.page()))).isEmpty();
		}
	}

	private static void agreeBefore(Visit guest) {
		guest.page().context().addCookies(List.of(new Cookie("consent", "yes").setUrl(guest.page().url())));
	}

	private static String session(Page page) {
		return (String) page.evaluate("sessionStorage.getItem('visit')");
	}

	/** A film that a product recommends, since somebody likes both. */
	private String recommended(Shop shop, String product) {
		String film = programme().testCard().id();
		Buyer neighbour = Buyer.member(shop);
		neighbour.watches(film);
		neighbour.add(product, 1).ok();
		String order = neighbour.order("tok_success").ok().text("/id");
		assertThat(neighbour.settled(order).text("/status")).isEqualTo("CONFIRMED");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> shop.get("/api/recommendations/products/" + product).ok().body().toString(),
					(it) -> it.contains(film));
		return film;
	}

	/** What pages told in a visit: what, and the first word of where. */
	private static Stream<String> told(Staff staff, String session) {
		return staff.reads("/api/analytics/exports?report=FACTS").lines().flatMap((line) -> {
			var fact = TOLD.matcher(line);
			return (fact.find() && fact.group(2).equals(session))
					? Stream.of(fact.group(1) + " " + fact.group(3).replaceFirst("(/[^/]+)/.*", "$1")) : Stream.empty();
		});
	}

	/** Visits by how far they got, recommendations that were shown, and followed. */
	private static List<Long> figures(Staff staff) {
		Answer funnel = staff.get("/api/analytics/reports/funnel?by=TOTAL").ok();
		Answer recommendations = staff.get("/api/analytics/reports/recommendations?by=TOTAL").ok();
		return Stream.concat(
				Stream.of("visits", "viewed", "filled", "checkouts", "bought").map((it) -> funnel.number("/0/" + it)),
				Stream.of("shown", "clicked").map((it) -> recommendations.number("/0/" + it)))
			.toList();
	}

	private static List<Long> more(List<Long> before, List<Long> than) {
		return IntStream.range(0, before.size()).mapToObj((i) -> before.get(i) + than.get(i)).toList();
	}

}
