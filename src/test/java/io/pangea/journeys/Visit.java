package io.pangea.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at a browser window, who finds things by the words on the page. Closing the
 * window fails if anything went wrong on the way that is not part of a journey: an error
 * in the console (violations of the content security policy among them), a request that
 * failed, or a page that axe-core finds hard to use.
 */
final class Visit implements AutoCloseable {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private static final List<Integer> WIDTHS = List.of(390, 1280);

	private static final Path PICTURES = Path.of("target", "journeys");

	private static final Set<String> DARK = Set.of("home", "product", "cart", "checkout-address", "checkout-delivery",
			"checkout-review", "checkout-pay", "order-confirmed", "order-declined", "order-shipped", "order-refunded",
			"cart-changed", "product-sold-out", "not-found", "sign-in-failed", "backoffice-order",
			"backoffice-film-ready", "backoffice-sales");

	private static final Set<String> SEEN = new HashSet<>();

	private final List<String> complaints = new ArrayList<>();

	private final BrowserContext context;

	private final Page page;

	private final int width;

	private final boolean scripts;

	private final Set<Integer> refusals = new HashSet<>();

	private Locale language;

	Visit(Browser browser, String baseUrl, Locale language, int width, boolean scripts) {
		this(browser, baseUrl, language, width, scripts, new Browser.NewContextOptions());
	}

	private Visit(Browser browser, String baseUrl, Locale language, int width, boolean scripts,
			Browser.NewContextOptions options) {
		this.language = language;
		this.width = width;
		this.scripts = scripts;
		this.context = browser.newContext(options.setBaseURL(baseUrl)
			.setLocale(language.toLanguageTag())
			.setViewportSize(width, 900)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setJavaScriptEnabled(scripts));
		this.context.setDefaultTimeout(10_000);
		this.page = this.context.newPage();
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.complaints.add(this.page.url() + " console: " + message.text());
			}
		});
		this.page.onPageError((error) -> this.complaints.add(this.page.url() + " script: " + error));
		this.page.onRequestFailed(this::failed);
		this.page.onResponse(this::answered);
	}

	/** By a browser that says something with every request. */
	static Visit saying(Map<String, String> headers, Browser browser, String baseUrl) {
		return new Visit(browser, baseUrl, Locale.ENGLISH, WIDTHS.getLast(), true,
				new Browser.NewContextOptions().setExtraHTTPHeaders(headers));
	}

	/** Refusals with this status are a part of the journey from now on. */
	void expect(int status) {
		this.refusals.add(status);
	}

	private void failed(Request request) {
		// What was under way when the page was left is aborted, and whoever takes the
		// network away loses it.
		if (!Set.of("net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED").contains(request.failure())) {
			this.complaints.add("%s %s: %s".formatted(request.method(), request.url(), request.failure()));
		}
	}

	private void answered(Response response) {
		boolean refusedForm = response.request().isNavigationRequest() && response.status() < 500;
		if (response.status() >= 400 && !refusedForm && !this.refusals.contains(response.status())) {
			this.complaints.add("%s %s: %d".formatted(response.request().method(), response.url(), response.status()));
		}
	}

	Page page() {
		return this.page;
	}

	/** From now on the words are looked for in another language. */
	void speak(Locale other) {
		this.language = other;
	}

	/** What the shop says under a key, as far as it is the same each time. */
	String text(String key) {
		String bundle = key.startsWith("backoffice.") ? "backoffice" : "messages";
		String text = ResourceBundle.getBundle(bundle, this.language, NO_FALLBACK).getString(key);
		int end = text.indexOf('{');
		return (end > 0) ? text.substring(0, end).strip() : text;
	}

	void open(String path) {
		this.page.navigate(path);
	}

	void follow(String key) {
		link(text(key)).click();
	}

	Locator link(String name) {
		return named(AriaRole.LINK, name);
	}

	/** A product among others. */
	Locator card(String name) {
		return this.page.locator(".card__link").filter(new Locator.FilterOptions().setHasText(name)).first();
	}

	void press(String key) {
		named(AriaRole.BUTTON, text(key)).click();
	}

	private Locator named(AriaRole role, String name) {
		return this.page.locator("body")
			.getByRole(role, new Locator.GetByRoleOptions().setName(starting(name)))
			.first();
	}

	/** For the browser, whose regular expressions are not Java's. */
	private static Pattern starting(String text) {
		return Pattern.compile("^" + text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0"));
	}

	void fill(String key, String value) {
		field(key).fill(value);
	}

	Locator field(String key) {
		return this.page.locator("main").getByLabel(starting(text(key))).first();
	}

	String heading() {
		return this.page.locator("h1").innerText();
	}

	/**
	 * Checks the page with axe-core and, the first time, takes its picture, narrow and
	 * wide; pages that most see also in the dark.
	 */
	void look(String name) {
		if (!SEEN.add(name)) {
			check(name);
			return;
		}
		this.page.evaluate("document.querySelectorAll('img').forEach((it) => it.loading = 'eager')");
		for (int other : WIDTHS) {
			this.page.setViewportSize(other, 900);
			picture("%s-%d-light".formatted(name, other));
			if (DARK.contains(name)) {
				this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
				picture("%s-%d-dark".formatted(name, other));
				this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
			}
		}
		this.page.setViewportSize(this.width, 900);
	}

	private void picture(String name) {
		check(name);
		this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
	}

	private void check(String name) {
		assertThat((Boolean) this.page
			.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as("%s fits its window", name)
			.isTrue();
		if (this.scripts) {
			this.page.evaluate(AxeBuilder.getAxeScript());
			this.complaints.addAll(found(this.page.evaluate("""
					async () => (await axe.run({ resultTypes: ['violations'] })).violations
						.filter((it) => ['serious', 'critical'].includes(it.impact))
						.map((it) => it.id + ': ' + it.help + ' ' + it.nodes.map((node) => node.html).join(' | '))
					""")).stream().map((it) -> name + " axe: " + it).toList());
		}
	}

	private static List<String> found(Object result) {
		return ((List<?>) result).stream().map(String::valueOf).toList();
	}

	/** What a postal form in the shop asks for. */
	void fillAddress() {
		Map.of("field.recipient", "Ana Souza", "field.line1", "1 Long Street", "field.city", "Springfield",
				"field.region", "OR", "field.postalCode", "97477")
			.forEach(this::fill);
		field("field.country").selectOption("US");
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

}
