package io.pangea.storefront;

import io.pangea.cart.Cart;
import io.pangea.cart.CartItem;
import io.pangea.cart.CartLimitExceeded;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.Carts;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.products.ProductNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What someone means to buy, and changing it. */
@Controller
class CartPage {

	private final Shopper shopper;

	private final Carts carts;

	private final ProductCatalog catalog;

	private final Shelf shelf;

	CartPage(Shopper shopper, Carts carts, ProductCatalog catalog, Shelf shelf) {
		this.shopper = shopper;
		this.carts = carts;
		this.catalog = catalog;
		this.shelf = shelf;
	}

	@GetMapping("/cart")
	String show(@RequestParam(required = false) @Nullable String problem, @RequestParam(defaultValue = "0") int maximum,
			Model model) {
		Cart cart = this.shopper.cart().orElse(null);
		if (cart != null && !cart.lines().isEmpty()) {
			model.addAttribute("cart", cart);
			model.addAttribute("products", this.shelf.lookup(cart.lines().stream().map(Cart.Line::productId)));
		}
		model.addAttribute("problem", CartProblem.named(problem));
		model.addAttribute("maximum", maximum);
		return "storefront/cart";
	}

	@PostMapping("/cart/items")
	String add(@RequestParam ProductId productId, @RequestParam(defaultValue = "1") String quantity, Model model,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		String problem = null;
		int maximum = 0;
		try {
			int pieces = CartProblem.quantity(quantity, 1);
			Cart cart = this.shopper.openCart();
			this.shopper.see(this.carts.add(cart.id(), new CartItem(productId, pieces), null));
		}
		catch (NumberFormatException ex) {
			problem = "quantity";
		}
		catch (CartLimitExceeded ex) {
			problem = "limit";
			maximum = ex.maximum();
		}
		catch (CartNotFound | ProductNotFound ex) {
			problem = (ex instanceof CartNotFound) ? "changed" : "missing";
		}
		if (htmx == null) {
			return (problem != null) ? toCart(problem, maximum) : "redirect:/cart";
		}
		model.addAttribute("problem", CartProblem.named(problem));
		model.addAttribute("maximum", maximum);
		if (problem == null) {
			model.addAttribute("product", this.catalog.find(productId));
		}
		return "storefront/added";
	}

	/** Quantity 0 takes the line out. */
	@PostMapping("/cart/items/{productId}")
	String change(@PathVariable ProductId productId, @RequestParam(defaultValue = "") String quantity) {
		Cart cart = this.shopper.cart().orElse(null);
		if (cart == null) {
			return toCart("changed", 0);
		}
		try {
			this.carts.change(cart.id(), productId, CartProblem.quantity(quantity, 0));
			return "redirect:/cart";
		}
		catch (NumberFormatException ex) {
			return toCart("quantity", 0);
		}
		catch (CartLimitExceeded ex) {
			return toCart("limit", ex.maximum());
		}
		catch (CartNotFound | ProductNotFound ex) {
			return toCart("changed", 0);
		}
	}

	private static String toCart(String problem, int maximum) {
		return "redirect:/cart?problem=%s&maximum=%d".formatted(problem, maximum);
	}

}
