package io.pangea.platform.identity;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A module is who it says only with a token of the shared secret, issued for the module
 * it calls.
 */
class ServiceTokensTests {

	private static final String SECRET = "a-secret-that-only-tests-know-0123456789";

	private final ServiceTokens payments = new ServiceTokens(SECRET, Set.of("payments"));

	@Test
	void tokenSaysWhoCallsWhom() {
		var orders = new ServiceTokens(SECRET, Set.of("orders"));
		var token = this.payments.decode(orders.issue("orders", "payments"));
		assertThat(token.getSubject()).isEqualTo("orders");
		assertThat(ServiceTokens.isIssuerOf(token)).isTrue();
	}

	@Test
	void tokenIsUsedAgainWhileItIsFresh() {
		assertThat(this.payments.issue("cart", "products")).isEqualTo(this.payments.issue("cart", "products"))
			.isNotEqualTo(this.payments.issue("orders", "products"));
	}

	@Test
	void tokenForAnotherModuleIsRefused() {
		String token = this.payments.issue("orders", "products");
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.payments.decode(token));
	}

	@Test
	void tokenOfAnotherSecretIsRefused() {
		String token = new ServiceTokens(SECRET + "x", Set.of()).issue("orders", "payments");
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.payments.decode(token));
	}

}
