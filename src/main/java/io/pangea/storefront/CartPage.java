package io.pangea.storefront;

import java.util.UUID;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.cart.CartItem;
import io.pangea.cart.Carts;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
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

	private static final String PRODUCTS = "products";

	private final Shopper shopper;

	private final Carts carts;

	private final ProductCatalog catalog;

	private final Shelf shelf;

	private final RecommendationShelf recommendations;

	private final Extras extras;

	CartPage(Shopper shopper, Carts carts, ProductCatalog catalog, Shelf shelf, RecommendationShelf recommendations,
			Extras extras) {
		this.shopper = shopper;
		this.carts = carts;
		this.catalog = catalog;
		this.shelf = shelf;
		this.recommendations = recommendations;
		this.extras = extras;
	}

	@GetMapping("/cart")
	String show(@RequestParam(required = false) @Nullable String problem, @RequestParam(defaultValue = "0") int maximum,
			Model model) {
		Cart cart = this.shopper.cart().orElse(null);
		if (cart != null && !cart.lines().isEmpty()) {
			model.addAttribute("cart", cart);
			model.addAttribute("blocked", Checkout.blocked(cart));
			if (!cart.complete()) {
				this.extras.lack(PRODUCTS);
			}
			model.addAttribute("products", this.shelf.lookup(cart.lines().stream().map(Cart.Line::productId)));
		}
		model.addAttribute("problem", CartProblem.named(problem, maximum));
		model.addAttribute("rows", this.recommendations.besideCart());
		return "storefront/cart";
	}

	@PostMapping("/cart/items")
	String add(@RequestParam ProductId productId, @RequestParam(defaultValue = "1") String quantity, Model model,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		CartProblem problem = add(productId, quantity);
		if (htmx == null) {
			return "redirect:" + ((problem != null) ? problem.path() : "/cart");
		}
		model.addAttribute("problem", problem);
		if (problem == null) {
			this.extras.ask(PRODUCTS, () -> this.catalog.find(productId))
				.ifPresent((product) -> model.addAttribute("product", product));
		}
		return "storefront/added";
	}

	/** Quantity 0 takes the line out. */
	@PostMapping("/cart/items/{productId}")
	String change(@PathVariable ProductId productId, @RequestParam(defaultValue = "") String quantity) {
		try {
			int pieces = CartProblem.quantity(quantity, 0);
			Cart cart = this.shopper.cart().orElse(null);
			if (cart != null) {
				this.carts.change(cart.id(), productId, pieces);
			}
			return "redirect:/cart";
		}
		catch (RuntimeException ex) {
			return "redirect:" + CartProblem.of(ex).path();
		}
	}

	/** A key each, so that a call repeated on its way counts once. */
	private @Nullable CartProblem add(ProductId product, String quantity) {
		try {
			CartItem item = new CartItem(product, CartProblem.quantity(quantity, 1));
			CartId cart = this.shopper.openCart().id();
			this.shopper.see(this.carts.add(cart, item, UUID.randomUUID().toString()));
			return null;
		}
		catch (RuntimeException ex) {
			return CartProblem.of(ex);
		}
	}

}
