package io.pangea.orders;

import java.time.Instant;
import java.util.function.Supplier;

import io.pangea.accounts.AccountId;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes calls for somebody. */
final class Acting {

	private Acting() {
	}

	static <T> T asStaff(Supplier<T> call) {
		return as(new TestingAuthenticationToken("staff", "", "ROLE_STAFF"), call);
	}

	static <T> T asGuest(Supplier<T> call) {
		return as(
				new AnonymousAuthenticationToken("test", "guest", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")),
				call);
	}

	static <T> T asCustomer(AccountId account, Supplier<T> call) {
		Jwt token = Jwt.withTokenValue("token")
			.header("alg", "none")
			.subject(account.toString())
			.issuedAt(Instant.now())
			.build();
		return as(new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER")), call);
	}

	private static <T> T as(Authentication who, Supplier<T> call) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(who);
		SecurityContextHolder.setContext(context);
		try {
			return call.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
