package io.pangea.storefront;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
			"/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "evil.example", "", " /cart",
			"/cart\r\nSet-Cookie: a=b" })
	void takesWhatCouldLeaveTheSiteForTheHomePage(String next) {
		assertThat(LocalPath.of(next).value()).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/cart", "/search?q=a%20b&brand=c", "/orders/1#goods" })
	void keepsLocalPaths(String next) {
		assertThat(LocalPath.of(next).redirect()).isEqualTo("redirect:" + next);
	}

	@Test
	void letsNobodyNameVariablesOfTheRedirect() {
		assertThat(LocalPath.of("/{cart}").redirect()).isEqualTo("redirect:/%7Bcart%7D");
	}

}
