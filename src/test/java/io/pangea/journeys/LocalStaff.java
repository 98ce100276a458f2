package io.pangea.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Role;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Takes somebody on in a store that runs in this JVM, as an administrator would. */
final class LocalStaff {

	private LocalStaff() {
	}

	static Staff hired(Shop shop, Accounts accounts) {
		String email = "staff-%s@pangea.example".formatted(UUID.randomUUID());
		String password = UUID.randomUUID().toString();
		shop.put("/api/accounts/registrations", Map.of("email", email, "password", password, "name", "Staff")).ok();
		String id = shop.put("/api/accounts/session", Map.of("email", email, "password", password))
			.ok()
			.text("/account/id");
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
		try {
			accounts.assignRoles(AccountId.valueOf(id), List.of(Role.CUSTOMER, Role.STAFF));
		}
		finally {
			SecurityContextHolder.clearContext();
		}
		return Staff.signedIn(shop, email, password);
	}

}
