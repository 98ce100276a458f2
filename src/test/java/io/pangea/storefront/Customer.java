package io.pangea.storefront;

import java.time.Duration;
import java.util.UUID;

import io.pangea.storefront.Browser.Page;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who buys one kind of goods, page by page, wherever the store runs. */
class Customer {

	private final Browser browser;

	private final String goods;

	/**
	 * @param goods the path of a product's page
	 */
	Customer(int port, String goods) {
		this.browser = new Browser(port);
		this.goods = goods;
	}

	Browser browser() {
		return this.browser;
	}

	/** Opens an account and is signed in from then on. */
	Customer signUp() {
		return signUp("customer-%s@pangea.example".formatted(UUID.randomUUID()), "correct horse battery");
	}

	Customer signUp(String email, String password) {
		Page form = this.browser.get("/sign-up");
		assertThat(
				this.browser.submit(form, "/sign-up", "email", email, "password", password, "name", "Ana").location())
			.isEqualTo("/account");
		return this;
	}

	Page signIn(String email, String password) {
		return this.browser.submit(this.browser.get("/sign-in"), "/sign-in", "email", email, "password", password);
	}

	/** Puts one into the cart. */
	Page put() {
		Page page = this.browser.get(this.goods);
		return this.browser.submit(page, "/cart/items", "productId", page.hidden("productId"), "quantity", "1");
	}

	/** From a full cart to the page where one pays. */
	Page goToPay() {
		Page address = this.browser.get("/checkout/address");
		Page delivery = this.browser.follow(this.browser.submit(address, "/checkout/address", "email",
				"ana@pangea.example", "address.recipient", "Ana", "address.line1", "Rua das Laranjeiras 12",
				"address.city", "Rio de Janeiro", "address.postalCode", "22240-003", "address.country", "US"));
		String cheapest = delivery.all("name=\"delivery\"[^>]*value=\"([^\"]*)\"").getFirst();
		this.browser.submit(delivery, "/checkout/delivery", "delivery", cheapest);
		return this.browser.get("/checkout/pay");
	}

	Page pay(Page page) {
		return pay(page, "tok_success");
	}

	Page pay(Page page, String token) {
		return this.browser.submit(page, "/checkout/pay", "key", page.hidden("key"), "amount", page.hidden("amount"),
				"currency", page.hidden("currency"), "token", token);
	}

	/** Puts one into the cart and buys it, to the path of the order's page. */
	String buy() {
		put();
		return pay(goToPay()).location();
	}

	Page await(String path, String text) {
		return Awaitility.await(text + " on " + path)
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> this.browser.get(path), (page) -> page.words().contains(text));
	}

	/** The same page in Brazilian Portuguese. */
	Page inPortuguese(String path) {
		this.browser.get("/language/pt-BR?next=/");
		Page page = this.browser.get(path);
		this.browser.get("/language/en?next=/");
		return page;
	}

}
