package io.pangea.backoffice;

import java.util.Collections;

import io.pangea.accounts.Account;
import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.Role;
import io.pangea.orders.Orders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Who somebody is and what they bought: what staff need to help them. Not what they
 * watch, rate or mean to buy, nor the addresses they saved; an order has the one it goes
 * to.
 */
@Component
class CustomerView {

	private final Accounts accounts;

	private final Orders orders;

	private final PageParts parts;

	private final BackofficeSettings settings;

	CustomerView(Accounts accounts, Orders orders, PageParts parts, BackofficeSettings settings) {
		this.accounts = accounts;
		this.orders = orders;
		this.parts = parts;
		this.settings = settings;
	}

	String show(AccountId id, @Nullable String cursor, Model model) {
		Account account = this.parts.ask("accounts", () -> this.accounts.find(id));
		model.addAttribute("id", id);
		model.addAttribute("customer", account);
		model.addAttribute("role", (account != null) ? highest(account) : null);
		model.addAttribute("roles", Role.values());
		model.addAttribute("own", AccountId.ofCaller().filter(id::equals).isPresent());
		model.addAttribute("orders",
				this.parts.ask("orders", () -> this.orders.list(null, id, cursor, this.settings.pageSize())));
		model.addAttribute("cursor", cursor);
		return "backoffice/customer";
	}

	/** Every role comes with those before it. */
	static Role highest(Account account) {
		return Collections.max(account.roles());
	}

}
