package io.pangea.storefront;

import io.pangea.storefront.Browser.Page;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class FilmPagesTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films", "/films?genre=nature&access=free&sort=title", "/films?q=zzzzzz",
			"/films?genre=NO!&sort=upwards&access=x" })
	void showsFilmsThatMatchAndMakesTheBestOfNonsense(String path) {
		Page page = this.browser.get(path);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("id=\"film-results\"").doesNotContain("??", " style=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films/nowhere", "/watch/nowhere" })
	void hasAFriendlyPageForAFilmThatIsNotThere(String path) {
		assertThat(this.browser.get(path).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/library", "/account/viewing" })
	void asksGuestsToSignIn(String path) {
		assertThat(this.browser.get(path).location()).startsWith("/sign-in?next=%2F");
	}

	@Test
	void keepsTheAgeLimitAndLiftsIt() {
		Customer ana = new Customer(this.port, "/").signUp();
		Page page = ana.browser().get("/account/viewing");
		Page saved = ana.browser().follow(ana.browser().submit(page, "/account/viewing/age-limit", "maximumAge", "12"));
		assertThat(saved.body()).contains("value=\"12\" selected");
		Page lifted = ana.browser().follow(ana.browser().submit(saved, "/account/viewing/age-limit", "maximumAge", ""));
		assertThat(lifted.body()).doesNotContain("value=\"12\" selected");
	}

	@Test
	void saysThatThereIsNothingInAnEmptyLibrary() {
		Customer ana = new Customer(this.port, "/").signUp();
		assertThat(ana.browser().get("/library").words()).contains("No films bought yet");
	}

	@Test
	void answersThePlayerInItsOwnWords() {
		Page page = this.browser.get("/films");
		Page refused = this.browser.post("/watch/nowhere/sessions", this.browser.get("/sign-in").hidden("_csrf"), "key",
				"0123456789abcdef");
		assertThat(page.status()).isEqualTo(200);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("\"problem\":\"withdrawn\"");
	}

}
