package io.pangea.storefront;

import java.util.List;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.orders.AccountNeeded;
import io.pangea.orders.CartEmpty;
import io.pangea.orders.DeliveryOption;
import io.pangea.orders.DeliveryUnavailable;
import io.pangea.orders.LinesUnavailable;
import io.pangea.orders.Orders;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Second step: how it travels, when anything does. */
@Controller
class CheckoutDelivery {

	private final Checkout checkout;

	private final Orders orders;

	private final Shelf shelf;

	private final Extras extras;

	CheckoutDelivery(Checkout checkout, Orders orders, Shelf shelf, Extras extras) {
		this.checkout = checkout;
		this.orders = orders;
		this.shelf = shelf;
		this.extras = extras;
	}

	@GetMapping("/checkout/delivery")
	String ask(@RequestParam(required = false) @Nullable String problem, Model model) {
		if (!this.checkout.shipped()) {
			this.checkout.notes();
			return "redirect:/checkout/review";
		}
		return show("gone".equals(problem) ? problem : null, model);
	}

	@PostMapping("/checkout/delivery")
	String take(@RequestParam(defaultValue = "") String delivery, Model model, HttpServletResponse response) {
		if (options().stream().noneMatch((it) -> it.code().equals(delivery))) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show("choose", model);
		}
		this.checkout.note(this.checkout.notes().by(delivery));
		return "redirect:/checkout/review";
	}

	private String show(@Nullable String problem, Model model) {
		List<DeliveryOption> options = options();
		String chosen = this.checkout.notes().delivery();
		Cart cart = this.checkout.cart();
		model.addAttribute("cart", cart);
		model.addAttribute("products", this.shelf.lookup(cart.lines().stream().map(Cart.Line::productId)));
		String country = this.checkout.notes().address().country();
		model.addAttribute("country", country);
		model.addAttribute("options", options.stream().map((it) -> priced(it, cart.id(), country)).toList());
		model.addAttribute("chosen", (chosen != null || options.isEmpty()) ? chosen : options.getFirst().code());
		model.addAttribute("problem", problem);
		return "storefront/checkout-delivery";
	}

	/**
	 * At what it costs for this cart, which may be nothing; when that is not to be had,
	 * at what it costs in general, and the review will tell.
	 */
	private DeliveryOption priced(DeliveryOption option, CartId cart, String country) {
		return this.extras.ask("products", () -> quoted(option, cart, country)).orElse(option);
	}

	private @Nullable DeliveryOption quoted(DeliveryOption option, CartId cart, String country) {
		try {
			return this.orders.quote(cart, country, option.code()).deliveryOption();
		}
		catch (AccountNeeded | CartEmpty | LinesUnavailable | DeliveryUnavailable ex) {
			return null;
		}
	}

	private List<DeliveryOption> options() {
		return this.orders.deliveryOptions(this.checkout.notes().address().country());
	}

}
