package io.pangea.storefront;

import java.util.UUID;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.storefront.Browser.Page;
import io.pangea.testing.People;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class AccountPagesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	private Stall stall;

	private Browser browser;

	@BeforeEach
	void open(@Autowired ProductCatalog catalog) {
		this.stall = new Stall(catalog, this.people);
		this.browser = new Browser(this.port);
	}

	@Test
	void signsUpAndInAtOnce() {
		Page signedUp = signUp("Ana Souza", "correct horse battery");
		assertThat(signedUp.location()).isEqualTo("/account");
		assertThat(signedUp.header("Set-Cookie")).containsPattern("session=ey[^\n]*Path=/[^\n]*Max-Age=[1-9]")
			.containsPattern("session=[^\n]*HttpOnly")
			.containsPattern("session=[^\n]*SameSite=Lax");
		assertThat(this.browser.follow(signedUp).body()).contains("Hello, Ana Souza", "not ordered anything yet");
	}

	@Test
	void namesTheFieldsOfASignUpThatAreWrong() {
		Page form = this.browser.get("/sign-up");
		Page wrong = this.browser.submit(form, "/sign-up", "name", "", "email", "x", "password", "short");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("href=\"#name\"", "href=\"#email\"", "Please use 10 to 128 characters.")
			.doesNotContain("short");
	}

	@Test
	void saysNoMoreThanThatAnAddressAndPasswordDoNotMatch() {
		People.Person person = this.people.customer();
		Page known = signIn(person.email(), "not the password", "/");
		Page unknown = signIn(UUID.randomUUID() + "@pangea.example", "not the password", "/");
		assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(422);
		assertThat(known.body()).contains("E-mail address or password is wrong.");
		assertThat(unknown.body()).contains("E-mail address or password is wrong.");
		assertThat(known.header("Set-Cookie")).doesNotContain("session=");
	}

	@Test
	void bringsTheGuestsCartAlong() {
		Product kettle = this.stall.offer("Kettle", "USD 20.00", 9);
		Page page = this.browser.get("/products/" + kettle.slug());
		this.browser.submit(page, "/cart/items", "productId", kettle.id().toString(), "quantity", "2");
		People.Person person = this.people.customer();
		Page signedIn = signIn(person.email(), person.password(), "/cart");
		assertThat(signedIn.header("Set-Cookie")).containsPattern("cart=;[^\n]*Max-Age=0");
		assertThat(this.browser.follow(signedIn).body()).contains("Kettle", "$40.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example" })
	void neverLeavesTheSiteAfterSigningIn(String next) {
		People.Person person = this.people.customer();
		assertThat(signIn(person.email(), person.password(), next).location()).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/account/orders", "/account/addresses", "/account/delete" })
	void asksToSignInAndComesBack(String path) {
		Page asked = this.browser.get(path);
		assertThat(asked.location()).isEqualTo("/sign-in?next=" + path.replace("/", "%2F"));
		assertThat(this.browser.follow(asked).hidden("next")).isEqualTo(path);
	}

	@Test
	void signsOut() {
		Page account = this.browser.follow(signUp("Ana", "correct horse battery"));
		Page out = this.browser.submit(account, "/sign-out");
		assertThat(out.header("Set-Cookie")).containsPattern("session=;[^\n]*Max-Age=0");
		assertThat(this.browser.get("/account").status()).isEqualTo(302);
	}

	@Test
	void keepsFormsValidWhileOtherPagesAndPicturesLoad() {
		this.browser.follow(signUp("Ana", "correct horse battery"));
		Page list = this.browser.get("/account/addresses");
		String fresh = list.all("href=\"(/account/addresses/[^\"]*)\"").getFirst();
		Page form = this.browser.get(fresh);
		this.browser.get("/storefront/mark.svg");
		this.browser.get("/");
		Page saved = this.browser.submit(form, fresh, "recipient", "Ana", "line1", "Rua 1", "city", "Rio", "postalCode",
				"1", "country", "BR", "preferred", "true");
		assertThat(this.browser.follow(saved).body()).contains("Rua 1", "Used first");
		Page removed = this.browser.submit(form, fresh + "/remove");
		assertThat(this.browser.follow(removed).body()).contains("No address saved yet");
	}

	@Test
	void deletesTheAccountOnlyWhenAskedTwice() {
		this.browser.follow(signUp("Ana", "correct horse battery"));
		Page asked = this.browser.get("/account/delete");
		assertThat(asked.body()).contains("This cannot be undone");
		assertThat(this.browser.submit(asked, "/account/delete").location()).isEqualTo("/");
		assertThat(this.browser.get("/account").status()).isEqualTo(302);
	}

	@Test
	void hidesTheOrdersOfOthers() {
		this.browser.follow(signUp("Ana", "correct horse battery"));
		assertThat(this.browser.get("/orders/01900000-0000-7000-8000-000000000000").status()).isEqualTo(404);
	}

	private Page signUp(String name, String password) {
		return this.browser.submit(this.browser.get("/sign-up"), "/sign-up", "name", name, "email",
				UUID.randomUUID() + "@pangea.example", "password", password);
	}

	private Page signIn(String email, String password, String next) {
		return this.browser.submit(this.browser.get("/sign-in"), "/sign-in", "email", email, "password", password,
				"next", next);
	}

}
