package io.pangea.storefront;

import java.util.List;
import java.util.Map;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Address;
import io.pangea.accounts.AddressId;
import io.pangea.cart.Cart;
import io.pangea.products.Product;
import io.pangea.products.ProductId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** First step: where it goes and whom to tell. */
@Controller
class CheckoutAddress {

	private static final String ACCOUNTS = "accounts";

	private final Checkout checkout;

	private final Shopper shopper;

	private final Accounts accounts;

	private final Shelf shelf;

	private final Extras extras;

	CheckoutAddress(Checkout checkout, Shopper shopper, Accounts accounts, Shelf shelf, Extras extras) {
		this.checkout = checkout;
		this.shopper = shopper;
		this.accounts = accounts;
		this.shelf = shelf;
		this.extras = extras;
	}

	@InitBinder
	void trim(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
	}

	@GetMapping("/checkout")
	String begin() {
		return "redirect:/checkout/address";
	}

	@GetMapping("/checkout/address")
	String ask(Model model) {
		model.addAttribute("form",
				this.checkout.notesIfAny()
					.map((notes) -> new AddressForm(notes.email(), notes.address()))
					.orElseGet(() -> new AddressForm(email(), AddressForm.blank())));
		return show(model);
	}

	@PostMapping("/checkout/address")
	String take(@Valid @ModelAttribute("form") AddressForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		if (!errors.hasErrors() && !this.checkout.note(new CheckoutNotes(form.email(), form.address(), null))) {
			errors.reject("tooLong");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model);
		}
		return "redirect:/checkout/delivery";
	}

	@PostMapping(path = "/checkout/address", params = "saved")
	String takeSaved(@RequestParam AddressId saved) {
		Address address = this.accounts.addresses()
			.stream()
			.filter((it) -> it.id().equals(saved))
			.findFirst()
			.orElseThrow(() -> new ElsewhereFirst("/checkout/address"));
		this.checkout.note(new CheckoutNotes(this.accounts.me().email(), address.address(), null));
		return "redirect:/checkout/delivery";
	}

	private String show(Model model) {
		Cart cart = this.checkout.cart();
		Map<ProductId, Product> products = this.shelf.lookup(cart.lines().stream().map(Cart.Line::productId));
		if (!this.shopper.signedIn()
				&& products.values().stream().anyMatch((it) -> it.description().filmId() != null)) {
			// Orders would say so as well, when all of the form is filled in.
			throw Checkout.accountNeeded();
		}
		model.addAttribute("cart", cart);
		model.addAttribute("products", products);
		model.addAttribute("saved", saved());
		return "storefront/checkout-address";
	}

	private List<Address> saved() {
		return this.shopper.signedIn() ? this.extras.ask(ACCOUNTS, this.accounts::addresses).orElse(List.of())
				: List.of();
	}

	private String email() {
		return this.shopper.signedIn() ? this.extras.ask(ACCOUNTS, () -> this.accounts.me().email()).orElse("") : "";
	}

}
