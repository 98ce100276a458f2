package io.pangea.backoffice;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds whoever has an account, newest first. */
@Controller
@PreAuthorize("hasRole('STAFF')")
class CustomerListPage {

	private final Accounts accounts;

	private final BackofficeSettings settings;

	CustomerListPage(Accounts accounts, BackofficeSettings settings) {
		this.accounts = accounts;
		this.settings = settings;
	}

	@GetMapping("/backoffice/customers")
	String list(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable Role role,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String words = StringUtils.hasText(q) ? q.strip() : null;
		model.addAttribute("page", this.accounts.list(words, role, cursor, this.settings.pageSize()));
		model.addAttribute("q", words);
		model.addAttribute("role", role);
		model.addAttribute("cursor", cursor);
		return "backoffice/customers";
	}

}
