package io.pangea.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Role;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Takes somebody on in a store that runs in this JVM, as an administrator would. */
final class LocalStaff {

	private LocalStaff() {
	}

	static Staff hired(Shop shop, Accounts accounts) {
		Credentials credentials = account(shop, accounts, List.of(Role.CUSTOMER, Role.STAFF));
		return Staff.signedIn(shop, credentials.email(), credentials.password());
	}

	/** What somebody signs in with whose new account has these roles. */
	static Credentials account(Shop shop, Accounts accounts, List<Role> roles) {
		var credentials = new Credentials("staff-%s@pangea.example".formatted(UUID.randomUUID()),
				UUID.randomUUID().toString());
		shop.put("/api/accounts/registrations",
				Map.of("email", credentials.email(), "password", credentials.password(), "name", "Staff"))
			.ok();
		String id = shop.put("/api/accounts/session", credentials).ok().text("/account/id");
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
		try {
			accounts.assignRoles(AccountId.valueOf(id), roles);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
		return credentials;
	}

}
