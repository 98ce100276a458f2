package io.pangea.storefront;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.LastAdministrator;
import io.pangea.orders.Orders;
import io.pangea.recommendations.Recommendations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's own pages. */
@Controller
@RequestMapping("/account")
@PreAuthorize("hasRole('CUSTOMER')")
class AccountPages {

	private final Accounts accounts;

	private final Orders orders;

	private final Recommendations recommendations;

	private final SessionCookie cookie;

	private final Extras extras;

	AccountPages(Accounts accounts, Orders orders, Recommendations recommendations, SessionCookie cookie,
			Extras extras) {
		this.accounts = accounts;
		this.orders = orders;
		this.recommendations = recommendations;
		this.cookie = cookie;
		this.extras = extras;
	}

	@GetMapping
	String overview(Model model) {
		this.extras.ask("accounts", this.accounts::me).ifPresent((it) -> model.addAttribute("account", it));
		this.extras.ask("orders", () -> this.orders.mine(null, 5))
			.ifPresent((it) -> model.addAttribute("orders", it.items()));
		this.extras.ask("recommendations", this.recommendations::optOut)
			.ifPresent((it) -> model.addAttribute("optOut", it));
		return "storefront/account";
	}

	@GetMapping("/orders")
	String orders(@RequestParam(required = false) @Nullable String cursor, Model model) {
		model.addAttribute("page", this.orders.mine(cursor, 20));
		return "storefront/account-orders";
	}

	@GetMapping("/delete")
	String askToDelete() {
		return "storefront/account-delete";
	}

	@PostMapping("/delete")
	String delete(HttpServletRequest request, HttpServletResponse response, Model model) {
		try {
			this.accounts.deleteMe();
		}
		catch (LastAdministrator ex) {
			model.addAttribute("last", true);
			response.setStatus(HttpStatus.CONFLICT.value());
			return "storefront/account-delete";
		}
		this.cookie.expire(request, response);
		return "redirect:/";
	}

}
