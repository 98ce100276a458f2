package io.pangea.backoffice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductStatus;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class ProductPagesTests {

	private final String sku = "OFFICE-" + UUID.randomUUID();

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	ProductCatalog catalog;

	private People.Person staff;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.staff = this.people.staff();
		this.browser = Browser.signedIn(this.port, this.staff.token());
	}

	@Test
	void addsProduct() {
		Browser.Page added = add(form());
		assertThat(added.status()).isEqualTo(302);
		ProductDescription stored = stored(idIn(added));
		assertThat(stored.name()).isEqualTo("A plain mug");
		assertThat(stored.price()).isEqualTo(Money.ofMinor(CurrencyUnit.USD, 1250));
		assertThat(stored.images()).containsExactly("/media/a.svg", "/media/b.svg");
		assertThat(stored.attributes()).containsExactly(Map.entry("Colour", "blue"), Map.entry("Ratio", "1: 2"));
		assertThat(stored.translations()).containsEntry("pt-BR", new ProductDescription.Words("Caneca", "Boa."));
		assertThat(stored.description()).isEqualTo("First line.\nSecond line.");
		assertThat(this.browser.follow(added).words()).contains("A plain mug · Pangea back office")
			.contains("The product was added.");
	}

	@Test
	void showsWhatIsWrongBesideEachField() {
		Map<String, String> form = form();
		form.putAll(Map.of("sku", "?", "name", "", "price", "much", "currency", "XX", "category", "", "attributes",
				"no colon", "images", "ftp://x", "kind", "FILM"));
		Browser.Page refused = add(form);
		assertThat(refused.status()).isEqualTo(422);
		for (String field : new String[] { "sku", "name", "price", "currency", "category", "attributes", "images",
				"kind" }) {
			assertThat(refused.text()).contains("id=\"%s-error\"".formatted(field));
		}
		assertThat(refused.words()).contains("no colon").contains("Please give an amount such as 12.50.");
		assertThat(refused.text()).doesNotContain("??");
	}

	@Test
	void namesWhatIsWrongInTheOrderOfTheForm() {
		Map<String, String> form = form();
		form.putAll(Map.of("sku", "?", "name", "", "price", "much", "category", "", "attributes", "no colon", "images",
				"ftp://x", "kind", "FILM", "status", "NEW"));
		assertThat(Pattern.compile("<a href=\"#([\\w-]+)\"><span>").matcher(add(form).text()).results())
			.extracting((found) -> found.group(1))
			.containsExactly("sku", "status", "name", "category", "price", "kind", "images", "attributes");
	}

	@Test
	void refusesPriceOfNothingAndFilmInGoodsAndWordsWithoutName() {
		Map<String, String> form = form();
		form.putAll(Map.of("price", "0", "translations.name", ""));
		assertThat(add(form).text()).contains("id=\"price-error\"").contains("id=\"translations-name-error\"");
		Map<String, String> film = form();
		film.put("filmId", "a-film");
		assertThat(add(film).words()).contains("Only a digital item can sell a film.");
		Map<String, String> shelf = form();
		shelf.put("category", "no-such-shelf");
		assertThat(add(shelf).text()).contains("id=\"category-error\"");
	}

	@Test
	void saysWhenAnotherProductHasTheSku() {
		add(form());
		Map<String, String> other = form();
		other.put("name", "Another mug");
		Browser.Page refused = add(other);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.words()).contains("Another product has this SKU.");
	}

	@Test
	void savesChanges() {
		ProductId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		Map<String, String> form = form();
		form.putAll(Map.of("name", "A blue mug", "price", "9,5", "version", page.hidden("version")));
		Browser.Page saved = this.browser.post(page, path(id), form);
		assertThat(saved.location()).endsWith(path(id) + "?done=saved");
		assertThat(stored(id).name()).isEqualTo("A blue mug");
		assertThat(stored(id).price()).isEqualTo(Money.ofMinor(CurrencyUnit.USD, 950));
	}

	@Test
	void losesNothingWhenSomebodyElseWasFaster() {
		ProductId id = idIn(add(form()));
		Browser.Page mine = this.browser.get(path(id));
		Browser.Page theirs = this.browser.get(path(id));
		Map<String, String> faster = form();
		faster.putAll(Map.of("name", "Their mug", "version", theirs.hidden("version")));
		this.browser.post(theirs, path(id), faster);

		Map<String, String> slower = form();
		slower.putAll(Map.of("name", "My mug", "version", mine.hidden("version")));
		Browser.Page refused = this.browser.post(mine, path(id), slower);
		assertThat(refused.status()).isEqualTo(412);
		assertThat(refused.words()).contains("Somebody changed this product while you were editing")
			.contains("Stored now Their mug")
			.contains("Yours My mug");
		assertThat(stored(id).name()).isEqualTo("Their mug");

		slower.put("version", refused.hidden("version"));
		assertThat(this.browser.post(refused, path(id), slower).status()).isEqualTo(302);
		assertThat(stored(id).name()).isEqualTo("My mug");
	}

	@Test
	void findsProductsByWordsAndStatus() {
		String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
		Map<String, String> form = form();
		form.putAll(Map.of("name", "Mug " + word, "status", "DRAFT"));
		ProductId id = idIn(add(form));
		assertThat(this.browser.get("/backoffice/products?status=DRAFT&q=" + word).text()).contains(path(id));
		assertThat(this.browser.get("/backoffice/products?q=" + word).words()).contains("Nothing found");
	}

	@Test
	void turnsThePagesOfTheList() {
		for (int i = 0; i < 26; i++) {
			Map<String, String> form = form();
			form.putAll(Map.of("sku", this.sku + i, "status", "ARCHIVED"));
			add(form);
		}
		Browser.Page first = this.browser.get("/backoffice/products?status=ARCHIVED");
		String next = first.text()
			.replaceAll("(?s).*id=\"more\"[^>]*><a[^>]*href=\"([^\"]*)\".*", "$1")
			.replace("&amp;", "&");
		assertThat(next).contains("cursor=");
		Browser.Page second = this.browser.get(next);
		assertThat(second.status()).isEqualTo(200);
		assertThat(first.text()).contains(this.sku + "25").doesNotContain(this.sku + "0<");
		assertThat(second.text()).contains(this.sku + "0<").doesNotContain(this.sku + "25");
	}

	@Test
	void setsStock() {
		ProductId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		this.browser.post(page, path(id) + "/stock", Map.of("onHand", "17"));
		assertThat(this.browser.get(path(id)).words()).contains("17 can be bought now.");
		assertThat(this.browser.get(path(id)).text()).containsPattern("id=\"onHand\"[^>]* value=\"17\"");
		Browser.Page refused = this.browser
			.follow(this.browser.post(page, path(id) + "/stock", Map.of("onHand", "-1")));
		assertThat(refused.words()).contains("17 can be bought now.").contains("Please give a whole number");
		assertThat(this.browser.follow(this.browser.post(page, path(id) + "/stock", Map.of("onHand", "2147483648")))
			.words()).contains("Please give a whole number");
	}

	@Test
	void archivesAndPutsOnSaleAgain() {
		ProductId id = idIn(add(form()));
		Browser.Page page = this.browser.get(path(id));
		String version = page.hidden("version");
		this.browser.post(page, path(id) + "/status", Map.of("status", "ARCHIVED", "version", version));
		assertThat(stored(id).status()).isEqualTo(ProductStatus.ARCHIVED);
		Browser.Page late = this.browser
			.follow(this.browser.post(page, path(id) + "/status", Map.of("status", "DRAFT", "version", version)));
		assertThat(late.words()).contains("Somebody changed this product meanwhile");
		this.browser.post(late, path(id) + "/status", Map.of("status", "ACTIVE", "version", late.hidden("version")));
		assertThat(stored(id).status()).isEqualTo(ProductStatus.ACTIVE);
	}

	private Map<String, String> form() {
		Map<String, String> form = new HashMap<>();
		form.putAll(Map.of("sku", this.sku, "name", "A plain mug", "description", "First line.\r\nSecond line.",
				"category", "kitchen-table", "brand", "Tavoreth", "kind", "PHYSICAL", "price", "12.50", "currency",
				"USD", "status", "ACTIVE"));
		form.putAll(Map.of("images", "/media/a.svg\r\n/media/b.svg", "attributes", "Colour: blue\r\nRatio: 1: 2",
				"translations.name", "Caneca", "translations.description", "Boa.", "filmId", "", "version", ""));
		return form;
	}

	private Browser.Page add(Map<String, String> form) {
		return this.browser.post(this.browser.get("/backoffice/products/new"), "/backoffice/products", form);
	}

	private ProductDescription stored(ProductId id) {
		return this.people.as(this.staff, () -> this.catalog.find(id)).description();
	}

	private static ProductId idIn(Browser.Page added) {
		return ProductId.valueOf(added.location().replaceAll(".*/products/([0-9a-f-]{36}).*", "$1"));
	}

	private static String path(ProductId id) {
		return "/backoffice/products/" + id;
	}

}
