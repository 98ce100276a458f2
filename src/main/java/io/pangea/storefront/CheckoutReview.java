package io.pangea.storefront;

import io.pangea.orders.OrderLine;
import io.pangea.orders.Quote;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Third step: everything once more, at the price it will be sold for. */
@Controller
class CheckoutReview {

	private final Checkout checkout;

	private final Shelf shelf;

	CheckoutReview(Checkout checkout, Shelf shelf) {
		this.checkout = checkout;
		this.shelf = shelf;
	}

	@GetMapping("/checkout/review")
	String show(Model model) {
		Quote quote = this.checkout.quote();
		model.addAttribute("quote", quote);
		model.addAttribute("notes", this.checkout.notes());
		model.addAttribute("products", this.shelf.lookup(quote.lines().stream().map(OrderLine::productId)));
		return "storefront/checkout-review";
	}

}
