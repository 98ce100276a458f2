package io.pangea.cart;

import java.util.Objects;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever opens a cart. */
record Caller(@Nullable AccountId account, boolean orders) {

	static Caller now() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean orders = authentication != null && authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> "MODULE_orders".equals(authority.getAuthority()));
		return new Caller(AccountId.ofCaller().orElse(null), orders);
	}

	/**
	 * The account; only for calls that customers alone may make.
	 */
	AccountId person() {
		return Objects.requireNonNull(this.account);
	}

	boolean mayOpen(StoredCart cart) {
		return cart.owner() == null || this.orders || cart.owner().equals(this.account);
	}

}
