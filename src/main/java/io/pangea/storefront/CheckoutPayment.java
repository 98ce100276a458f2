package io.pangea.storefront;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.cart.CartNotFound;
import io.pangea.orders.AccountNeeded;
import io.pangea.orders.CartEmpty;
import io.pangea.orders.DeliveryUnavailable;
import io.pangea.orders.KeyReused;
import io.pangea.orders.LinesUnavailable;
import io.pangea.orders.Order;
import io.pangea.orders.Orders;
import io.pangea.orders.PlaceOrder;
import io.pangea.orders.PriceChanged;
import jakarta.servlet.http.HttpServletResponse;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Last step: choosing how to pay, which places the order. The page brings the key that
 * makes a double click one order, and the total the shopper agreed to.
 */
@Controller
class CheckoutPayment {

	/** What the simulated provider offers to try. */
	static final List<String> TOKENS = List.of("tok_success", "tok_3ds", "tok_declined", "tok_insufficient_funds");

	private final Checkout checkout;

	private final Orders orders;

	private final Shopper shopper;

	private final Extras extras;

	CheckoutPayment(Checkout checkout, Orders orders, Shopper shopper, Extras extras) {
		this.checkout = checkout;
		this.orders = orders;
		this.shopper = shopper;
		this.extras = extras;
	}

	@GetMapping("/checkout/pay")
	String ask(Model model) {
		return show("", model);
	}

	@PostMapping("/checkout/pay")
	String place(@RequestParam(defaultValue = "") String token, @RequestParam String key, @RequestParam long amount,
			@RequestParam String currency, Model model, HttpServletResponse response) {
		if (!TOKENS.contains(token)) {
			model.addAttribute("problem", "token");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show("", model);
		}
		try {
			Money shown = Money.ofMinor(CurrencyUnit.of(currency), amount);
			CheckoutNotes notes = this.checkout.notes();
			Order order = this.orders.place(new PlaceOrder(this.checkout.cartId(), notes.email(), notes.address(),
					notes.delivery(), shown, token), key);
			this.shopper.keepGuestCart();
			return "redirect:/orders/" + order.id();
		}
		catch (PriceChanged ex) {
			model.addAttribute("changed", ex);
		}
		catch (KeyReused | IllegalCurrencyException ex) {
			model.addAttribute("problem", "again");
		}
		catch (CartEmpty | CartNotFound ex) {
			throw new ElsewhereFirst("/cart");
		}
		catch (RejectedExecutionException ex) {
			return unsure(token, key, amount, currency, model, response);
		}
		catch (LinesUnavailable ex) {
			throw Checkout.unavailable();
		}
		catch (AccountNeeded ex) {
			throw Checkout.accountNeeded();
		}
		catch (DeliveryUnavailable ex) {
			throw new ElsewhereFirst("/checkout/delivery?problem=gone");
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		return show(token, model);
	}

	/** It may be placed all the same. Sent again with its key, it is not placed twice. */
	private String unsure(String token, String key, long amount, String currency, Model model,
			HttpServletResponse response) {
		this.extras.enough();
		model.addAllAttributes(Map.of("token", token, "key", key, "amount", amount, "currency", currency, "shipped",
				this.checkout.notes().delivery() != null));
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		return "storefront/checkout-unsure";
	}

	private String show(String chosen, Model model) {
		model.addAttribute("quote", this.checkout.quote());
		model.addAttribute("tokens", TOKENS);
		model.addAttribute("chosen", chosen.isEmpty() ? TOKENS.getFirst() : chosen);
		model.addAttribute("key", UUID.randomUUID());
		return "storefront/checkout-pay";
	}

}
