package io.pangea.storefront;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.pangea.orders.Order;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderLine;
import io.pangea.orders.OrderStatus;
import io.pangea.payments.PaymentId;
import io.pangea.payments.Payments;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One order: how it is going, and later everything about it. Open to its account, or to
 * the browser a guest ordered it with.
 */
@Controller
class OrderDetails {

	/** Who looks at an order later than that does not come from the checkout. */
	private static final Duration NEWS = Duration.ofHours(1);

	private final ShopperOrders orders;

	private final Payments payments;

	private final Checkout checkout;

	private final Shelf shelf;

	private final FilmShelf films;

	private final Extras extras;

	private final StorefrontSettings settings;

	OrderDetails(ShopperOrders orders, Payments payments, Checkout checkout, Shelf shelf, FilmShelf films,
			Extras extras, StorefrontSettings settings) {
		this.orders = orders;
		this.payments = payments;
		this.checkout = checkout;
		this.shelf = shelf;
		this.films = films;
		this.extras = extras;
		this.settings = settings;
	}

	@GetMapping("/orders/{id}")
	String show(@PathVariable OrderId id, Model model) {
		Order order = this.orders.find(id);
		OrderOutcome outcome = OrderOutcome.of(order, challengeOpen(order));
		if (outcome == OrderOutcome.CONFIRMED) {
			this.checkout.forget();
		}
		model.addAttribute("order", order);
		model.addAttribute("outcome", outcome);
		model.addAttribute("slow", outcome.passing() && isSlow(order));
		model.addAttribute("news", outcome.bought() && order.placedAt().plus(NEWS).isAfter(Instant.now()));
		model.addAttribute("refresh", outcome.passing() ? "2" : null);
		List<OrderLine> lines = order.quote().lines();
		model.addAttribute("products", this.shelf.lookup(lines.stream().map(OrderLine::productId)));
		model.addAttribute("films", this.films.films(lines.stream().map(OrderLine::filmId).filter(Objects::nonNull)));
		model.addAttribute("plan", lines.stream().anyMatch((it) -> BoxOffice.isPlan(it.filmId())));
		return "storefront/order";
	}

	private boolean challengeOpen(Order order) {
		PaymentId payment = order.paymentId();
		String secret = order.actionSecret();
		return order.status() == OrderStatus.ACTION_REQUIRED && payment != null && secret != null
				&& this.extras.ask("payments", () -> this.payments.challenge(payment, secret).open()).orElse(false);
	}

	private boolean isSlow(Order order) {
		return order.placedAt().plus(this.settings.usual()).isBefore(Instant.now());
	}

}
