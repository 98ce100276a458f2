package io.pangea.backoffice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.orders.KeyReused;
import io.pangea.orders.Order;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderNotRefundable;
import io.pangea.orders.OrderNotShippable;
import io.pangea.orders.Orders;
import io.pangea.orders.Refund;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One order: what was bought, what became of it and of the money; shipping, refunding.
 */
@Controller
@RequestMapping("/backoffice/orders/{id}")
@PreAuthorize("hasRole('STAFF')")
class OrderPages {

	private final Orders orders;

	private final OrderView view;

	private final ContractRules rules;

	OrderPages(Orders orders, OrderView view, ContractRules rules) {
		this.orders = orders;
		this.view = view;
		this.rules = rules;
	}

	@GetMapping
	String show(@PathVariable OrderId id, Model model) {
		return show(this.orders.find(id, null), newKey(), model);
	}

	@PostMapping("/shipment")
	String ship(@PathVariable OrderId id, @ModelAttribute("shipment") ShipmentForm form, BindingResult errors,
			Model model, HttpServletResponse response) {
		this.rules.check(form.shipment(), errors);
		if (!errors.hasErrors()) {
			try {
				this.orders.ship(id, form.shipment());
				return "redirect:/backoffice/orders/%s?done=shipped".formatted(id);
			}
			catch (OrderNotShippable ex) {
				errors.reject("backoffice.not-shippable");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(id, model);
	}

	/** The key comes with the form, so that sending it twice pays back once. */
	@PostMapping("/refunds")
	String refund(@PathVariable OrderId id, @RequestParam String key, @ModelAttribute("refund") RefundForm form,
			BindingResult errors, Model model, HttpServletResponse response) {
		Order order = this.orders.find(id, null);
		Refund refund = form.refund(order.quote().total().getCurrencyUnit(), errors);
		this.rules.check(refund, errors);
		String nextKey = key;
		if (!errors.hasErrors()) {
			try {
				this.orders.refund(id, refund, key);
				return "redirect:/backoffice/orders/%s?done=refunded".formatted(id);
			}
			catch (OrderNotRefundable ex) {
				errors.rejectValue("amount", "backoffice.not-refundable",
						new Object[] { this.view.money(ex.refundable()) }, null);
			}
			catch (KeyReused ex) {
				errors.reject("backoffice.key-reused");
				nextKey = newKey();
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(order, nextKey, model);
	}

	private String show(Order order, String key, Model model) {
		this.view.fill(model, order);
		model.addAttribute("key", key);
		return "backoffice/order";
	}

	private static String newKey() {
		return UuidCreator.getTimeOrderedEpoch().toString();
	}

}
