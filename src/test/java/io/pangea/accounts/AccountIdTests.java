package io.pangea.accounts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;

class AccountIdTests {

	private final AccountId id = AccountId.next();

	@AfterEach
	void forgetCaller() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void isThatOfThePersonWhoCalls() {
		callAs(new JwtAuthenticationToken(
				Jwt.withTokenValue("token").header("alg", "none").subject(this.id.toString()).build()));
		assertThat(AccountId.ofCaller()).contains(this.id);
	}

	@Test
	void isAbsentForGuestsAndModules() {
		assertThat(AccountId.ofCaller()).isEmpty();
		callAs(new AnonymousAuthenticationToken("key", "guest", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
		assertThat(AccountId.ofCaller()).isEmpty();
		callAs(new TestingAuthenticationToken(this.id.toString(), "", "MODULE_orders"));
		assertThat(AccountId.ofCaller()).isEmpty();
	}

	private static void callAs(Authentication authentication) {
		SecurityContextHolder.getContext().setAuthentication(authentication);
	}

}
