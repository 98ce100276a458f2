package io.pangea.storefront;

import java.util.List;
import java.util.Map;

import io.pangea.products.Category;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.storefront.Browser.Page;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class ShoppingPagesTests {

	@LocalServerPort
	private int port;

	private Stall stall;

	private Browser browser;

	@BeforeEach
	void open(@Autowired ProductCatalog catalog, @Autowired People people) {
		this.stall = new Stall(catalog, people);
		this.browser = new Browser(this.port);
	}

	@Test
	void showsTheWayIn() {
		Page home = this.browser.get("/");
		assertThat(home.status()).isEqualTo(200);
		assertThat(home.body()).contains("<html lang=\"en\"", "Kitchen &amp; Table", "/categories/garden",
				"class=\"card\"", "name=\"q\"");
	}

	@Test
	void hasAPictureForEveryDepartment(@Autowired Departments departments) {
		Category unpictured = new Category("odds-and-ends", "Odds and ends", null, 99, Map.of());
		for (Category category : List.of(unpictured, departments.top().getFirst())) {
			Page picture = this.browser.get(departments.picture(category));
			assertThat(picture.status()).isEqualTo(200);
			assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
		}
	}

	@Test
	void sendsStrictHeaders() {
		Page home = this.browser.get("/");
		assertThat(home.header("Content-Security-Policy")).contains("default-src 'self'")
			.doesNotContain("unsafe-inline");
		assertThat(home.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(home.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(home.header("Set-Cookie")).doesNotContain("JSESSIONID");
		assertThat(home.body()).doesNotContain(" style=", " onclick=", "javascript:");
	}

	@Test
	void linksOnlyToWhatIsThere() {
		Page home = this.browser.get("/");
		assertThat(home.all("(?:src|href)=\"(/[^\"]*)\"")).hasSizeGreaterThan(30).allSatisfy((url) -> {
			String path = url.replace("&amp;", "&");
			assertThat(this.browser.get(path).status()).as(path).isIn(200, 302);
		});
	}

	/** Once four fifths of the time a page took went into that. */
	@Test
	void looksForNoFilesBehindLinks(@Autowired ServletContext servlets) {
		assertThat(servlets.getFilterRegistrations().values()).extracting(FilterRegistration::getClassName)
			.isNotEmpty()
			.doesNotContain(ResourceUrlEncodingFilter.class.getName());
	}

	@Test
	void letsBrowsersKeepStaticFiles() {
		String css = this.browser.get("/").all("href=\"(/storefront/storefront.css[^\"]*)\"").getFirst();
		assertThat(css).contains("?v=");
		assertThat(this.browser.get(css).header("Cache-Control")).contains("max-age");
	}

	@Test
	void showsAProduct() {
		Product product = this.stall.offer("Blue Kettle", "USD 31.50", 2);
		Page page = this.browser.get("/products/" + product.slug());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Blue Kettle", "$31.50", "Only 2 left", "Colour", "Tea, Coffee &amp; Glass",
				"<p>Second words.</p>", "Add to cart");
	}

	@Test
	void offersNothingThatIsSoldOut() {
		Product product = this.stall.offer("Gone Kettle", "USD 31.50", 0);
		Page page = this.browser.get("/products/" + product.slug());
		assertThat(page.body()).contains("Sold out").doesNotContain("Add to cart");
	}

	@Test
	void writesNamesAsTextAndNotAsMarkup() {
		Product product = this.stall.offer("<script>alert(1)</script>", "USD 1.00", 1);
		assertThat(this.browser.get("/products/" + product.slug()).body()).doesNotContain("<script>alert")
			.contains("&lt;script&gt;alert");
	}

	@Test
	void findsByWordsAndNarrows() {
		String word = "zyx" + System.nanoTime();
		this.stall.offer(word + " Kettle", "USD 20.00", 1);
		this.stall.offer(word + " Pot", "USD 90.00", 1);
		assertThat(this.browser.get("/search?q=" + word).body()).contains("2 products", "Kettle", "Pot", "Stall");
		assertThat(this.browser.get("/search?q=" + word + "&max=50").body()).contains("1 product<", "Kettle")
			.doesNotContain(word + " Pot");
		assertThat(this.browser.get("/search?q=" + word + "&brand=Other").body()).contains("Nothing found");
		assertThat(this.browser.get("/categories/kitchen-table?q=" + word).body()).contains("2 products");
		assertThat(this.browser.get("/categories/garden?q=" + word).body()).contains("Nothing found");
	}

	@Test
	void leadsToTheNextPage() {
		Page first = this.browser.get("/search?sort=name");
		String next = first.all("id=\"more\"[^>]*><a[^>]*href=\"([^\"]*)\"").getFirst().replace("&amp;", "&");
		Page second = this.browser.get(next);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.all("class=\"card__link\" href=\"([^\"]*)\"")).isNotEmpty()
			.doesNotContainAnyElementsOf(first.all("class=\"card__link\" href=\"([^\"]*)\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search?min=abc&max=-1&sort=upwards", "/search?q=%00x", "/search?q=%F0%9F%98%80'%22%3C",
			"/search?category=nowhere", "/search?brand=&brand=a&brand=b" })
	void makesTheBestOfOddSearches(String path) {
		assertThat(this.browser.get(path).status()).isIn(200, 400);
	}

	@Test
	void saysThatALinkIsOutOfDate() {
		Page page = this.browser.get("/search?cursor=nonsense");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("We could not make sense of this", "href=\"/\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/products/nowhere", "/categories/nowhere", "/orders/nonsense",
			"/orders/01900000-0000-7000-8000-000000000000", "/orders/01900000-0000-7000-8000-000000000000/payment" })
	void hasAFriendlyPageForWhatIsNotThere(String path) {
		Page page = this.browser.get(path);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).contains("We could not find this page", "Kitchen &amp; Table")
			.doesNotContain("Exception");
	}

	/** Tomcat refuses such an address before the store sees it. */
	@Test
	void leadsHomeFromAnAddressThatCannotBeRead() {
		Page page = this.browser.get("/products/%00");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("href=\"/\"").doesNotContain("Tomcat");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/help", "/privacy", "/about" })
	void explainsItself(String path) {
		assertThat(this.browser.get(path).status()).isEqualTo(200);
		assertThat(this.browser.get(path).body()).doesNotContain("??");
	}

	@Test
	void speaksTheLanguageOfTheBrowser() {
		Product product = this.stall.offer("Kettle", "USD 1234.50", 9);
		Browser brazilian = new Browser(this.port, "fr, pt;q=0.8, en;q=0.5");
		assertThat(brazilian.get("/").body()).contains("<html lang=\"pt-BR\"", "Cozinha e mesa");
		assertThat(brazilian.get("/products/" + product.slug()).body()).contains("Kettle em português", "Palavras.",
				"US$\u00a01.234,50", "Em estoque", "<dt>Cor</dt><dd>Blue</dd>");
		assertThat(brazilian.get("/products/nine-colouring-pencils-in-a-tin").body())
			.contains("<dt>Material</dt><dd>Cedro, minas à base de óleo, lata de aço</dd>");
		assertThat(new Browser(this.port, "fr").get("/").body()).contains("<html lang=\"en\"");
	}

	@Test
	void remembersTheLanguageChosen() {
		Page chosen = this.browser.get("/language/pt-BR?next=/cart");
		assertThat(chosen.location()).isEqualTo("/cart");
		assertThat(chosen.header("Set-Cookie")).contains("lang=pt-BR", "HttpOnly");
		assertThat(this.browser.follow(chosen).body()).contains("Seu carrinho");
	}

	@Test
	void neverLeavesTheSiteForANextPage() {
		assertThat(this.browser.get("/language/en?next=//evil.example").location()).isEqualTo("/");
		assertThat(this.browser.get("/language/en?next=https://evil.example").location()).isEqualTo("/");
	}

}
