package io.pangea.backoffice;

import java.util.List;

import io.pangea.orders.Order;
import io.pangea.orders.OrderLine;
import io.pangea.orders.OrderStatus;
import io.pangea.payments.LedgerEntry;
import io.pangea.payments.PaymentId;
import io.pangea.payments.PaymentNotFound;
import io.pangea.payments.Payments;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** An order with its money, and what can be done with it now. */
@Component
class OrderView {

	private final Payments payments;

	private final PageParts parts;

	private final StaffPage page;

	OrderView(Payments payments, PageParts parts, StaffPage page) {
		this.payments = payments;
		this.parts = parts;
		this.page = page;
	}

	void fill(Model model, Order order) {
		Money refundable = refundable(order);
		model.addAttribute("order", order);
		model.addAttribute("ledger", ledger(order));
		model.addAttribute("shippable", shippable(order));
		model.addAttribute("refundable", refundable.isPositive() ? refundable : null);
		if (!model.containsAttribute("shipment")) {
			model.addAttribute("shipment", new ShipmentForm("", ""));
		}
		if (!model.containsAttribute("refund")) {
			model.addAttribute("refund", new RefundForm("", ""));
		}
	}

	String money(Money amount) {
		return this.page.money(amount);
	}

	static boolean shippable(Order order) {
		return order.status() == OrderStatus.CONFIRMED && order.shipment() == null
				&& order.quote().lines().stream().anyMatch(OrderLine::physical);
	}

	/** What orders would pay back at most; it has the last word. */
	private static Money refundable(Order order) {
		Money total = order.quote().total();
		return switch (order.status()) {
			case CONFIRMED, SHIPPED -> total.minus(order.refunded()).minus(order.refundPending());
			case PLACED, RESERVED, ACTION_REQUIRED, AUTHORISED, CANCELLED, REFUNDED -> total.multipliedBy(0);
		};
	}

	/** Null while payments do not answer. */
	private @Nullable List<LedgerEntry> ledger(Order order) {
		PaymentId payment = order.paymentId();
		if (payment == null) {
			return List.of();
		}
		try {
			return this.parts.ask("payments", () -> this.payments.ledger(payment));
		}
		catch (PaymentNotFound ex) {
			// Asked for, and not answered yet.
			return List.of();
		}
	}

}
