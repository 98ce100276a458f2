package io.pangea.storefront;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.orders.AccountNeeded;
import io.pangea.orders.CartEmpty;
import io.pangea.orders.DeliveryUnavailable;
import io.pangea.orders.LinesUnavailable;
import io.pangea.orders.Orders;
import io.pangea.orders.Quote;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * The checkout one request belongs to: the cart, and what was filled in before, which
 * travels in a cookie so that any instance can show any step. What a step needs and does
 * not find sends the shopper to the step that asks for it.
 */
@Component
@RequestScope
class Checkout {

	static final String COOKIE = "checkout";

	/** Browsers drop cookies above 4096 bytes, name and attributes included. */
	private static final int MOST = 3900;

	private final Shopper shopper;

	private final Orders orders;

	private final JsonMapper json;

	private final StorefrontSettings settings;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	Checkout(Shopper shopper, Orders orders, JsonMapper json, StorefrontSettings settings, HttpServletRequest request,
			HttpServletResponse response) {
		this.shopper = shopper;
		this.orders = orders;
		this.json = json;
		this.settings = settings;
		this.request = request;
		this.response = response;
	}

	/** The cart, whatever became of it; a guest's is known without asking. */
	CartId cartId() {
		CartId guestCart = this.shopper.guestCartId();
		return (guestCart != null && !this.shopper.signedIn()) ? guestCart
				: this.shopper.cart().map(Cart::id).orElseThrow(() -> new ElsewhereFirst("/cart"));
	}

	/** The cart, with something in it, and nothing that cannot be bought. */
	Cart cart() {
		Cart cart = this.shopper.cart()
			.filter((it) -> it.subtotal() != null)
			.orElseThrow(() -> new ElsewhereFirst("/cart"));
		if (blocked(cart)) {
			throw unavailable();
		}
		return cart;
	}

	/** Whether something has to leave the cart before it can be ordered. */
	static boolean blocked(Cart cart) {
		return cart.lines()
			.stream()
			.anyMatch((line) -> !line.buyable() || line.notices().contains(Cart.Notice.LESS_AVAILABLE));
	}

	static ElsewhereFirst unavailable() {
		return new ElsewhereFirst(new CartProblem("unavailable", 0).path());
	}

	static ElsewhereFirst accountNeeded() {
		return new ElsewhereFirst(new CartProblem("account-needed", 0).path());
	}

	boolean shipped() {
		return cart().lines().stream().anyMatch(Cart.Line::physical);
	}

	CheckoutNotes notes() {
		return notesIfAny().orElseThrow(() -> new ElsewhereFirst("/checkout/address"));
	}

	Optional<CheckoutNotes> notesIfAny() {
		return Cookies.read(COOKIE, this.request).flatMap((value) -> {
			try {
				byte[] text = Base64.getUrlDecoder().decode(value);
				return Optional.of(this.json.readValue(text, CheckoutNotes.class));
			}
			catch (IllegalArgumentException | JacksonException ex) {
				return Optional.empty();
			}
		});
	}

	/** False when there is more of it than a browser remembers. */
	boolean note(CheckoutNotes notes) {
		byte[] text = this.json.writeValueAsString(notes).getBytes(StandardCharsets.UTF_8);
		String value = Base64.getUrlEncoder().withoutPadding().encodeToString(text);
		if (value.length() > MOST) {
			return false;
		}
		send(value, this.settings.checkoutCookieAge());
		return true;
	}

	void forget() {
		if (Cookies.read(COOKIE, this.request).isPresent()) {
			send("", Duration.ZERO);
		}
	}

	/** What the order would cost, with the delivery chosen. */
	Quote quote() {
		String delivery = notes().delivery();
		if (shipped() && delivery == null) {
			throw new ElsewhereFirst("/checkout/delivery");
		}
		try {
			return this.orders.quote(cart().id(), notes().address().country(), delivery);
		}
		catch (CartEmpty ex) {
			throw new ElsewhereFirst("/cart");
		}
		catch (LinesUnavailable ex) {
			throw unavailable();
		}
		catch (AccountNeeded ex) {
			throw accountNeeded();
		}
		catch (DeliveryUnavailable ex) {
			throw new ElsewhereFirst("/checkout/delivery?problem=gone");
		}
	}

	private void send(String value, Duration age) {
		Cookies.send(COOKIE, value, age, this.request, this.response);
	}

}
