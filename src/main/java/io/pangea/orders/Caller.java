package io.pangea.orders;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is calling; a guest has no account. */
record Caller(@Nullable AccountId account, String name, boolean staff) {

	static Caller current() {
		Authentication it = SecurityContextHolder.getContext().getAuthentication();
		boolean staff = it != null
				&& it.getAuthorities().stream().anyMatch((held) -> "ROLE_STAFF".equals(held.getAuthority()));
		return new Caller(AccountId.ofCaller().orElse(null), (it != null) ? it.getName() : "", staff);
	}

	/** Whether the order is theirs: by account or, for a guest's, by knowing its cart. */
	boolean owns(Purchase purchase, @Nullable Object cart) {
		return (purchase.buyer() != null) ? purchase.buyer().equals(this.account) : purchase.cart().equals(cart);
	}

}
