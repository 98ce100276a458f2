package io.pangea.backoffice;

import io.pangea.orders.OrderStatus;
import io.pangea.orders.Orders;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds orders by where they stand, newest first. */
@Controller
@PreAuthorize("hasRole('STAFF')")
class OrderListPage {

	private final Orders orders;

	private final BackofficeSettings settings;

	OrderListPage(Orders orders, BackofficeSettings settings) {
		this.orders = orders;
		this.settings = settings;
	}

	@GetMapping("/backoffice/orders")
	String list(@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		model.addAttribute("page", this.orders.list(status, null, cursor, this.settings.pageSize()));
		model.addAttribute("status", status);
		model.addAttribute("statuses", OrderStatus.values());
		model.addAttribute("cursor", cursor);
		return "backoffice/orders";
	}

}
