package io.pangea.backoffice;

import java.util.stream.Stream;

import io.pangea.accounts.Account;
import io.pangea.accounts.AccountId;
import io.pangea.accounts.Accounts;
import io.pangea.accounts.LastAdministrator;
import io.pangea.accounts.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account, and for administrators what its owner may do here. */
@Controller
@RequestMapping("/backoffice/customers/{id}")
@PreAuthorize("hasRole('STAFF')")
class CustomerPages {

	private final Accounts accounts;

	private final CustomerView view;

	CustomerPages(Accounts accounts, CustomerView view) {
		this.accounts = accounts;
		this.view = view;
	}

	@GetMapping
	String show(@PathVariable AccountId id, @RequestParam(required = false) @Nullable String cursor, Model model) {
		return this.view.show(id, cursor, model);
	}

	/**
	 * @param seen what the account could do when the form was shown; nothing is given
	 * back that somebody else took away meanwhile
	 */
	@PostMapping("/roles")
	String assign(@PathVariable AccountId id, @RequestParam Role role, @RequestParam Role seen, Model model,
			HttpServletResponse response) {
		Account now = this.accounts.find(id);
		if (CustomerView.highest(now) != seen && CustomerView.highest(now) != role) {
			return "redirect:/backoffice/customers/%s?done=roles-changed".formatted(id);
		}
		try {
			this.accounts.assignRoles(id, Stream.of(Role.values()).filter((it) -> it.compareTo(role) <= 0).toList());
			return "redirect:/backoffice/customers/%s?done=roles".formatted(id);
		}
		catch (LastAdministrator ex) {
			model.addAttribute("last", true);
			response.setStatus(HttpStatus.CONFLICT.value());
			return this.view.show(id, null, model);
		}
	}

}
