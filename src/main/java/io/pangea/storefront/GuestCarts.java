package io.pangea.storefront;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.cart.CartId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * The carts a browser remembers: the one a guest fills, and former ones, since knowing a
 * cart is what opens the orders a guest made from it. Ids are joined by a dot.
 */
@Component
@RequestScope
class GuestCarts {

	static final String COOKIE = "cart";

	static final String FORMER = "former-carts";

	private static final int MOST = 10;

	private final StorefrontSettings settings;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	GuestCarts(StorefrontSettings settings, HttpServletRequest request, HttpServletResponse response) {
		this.settings = settings;
		this.request = request;
		this.response = response;
	}

	@Nullable CartId current() {
		return remembered(COOKIE).findFirst().orElse(null);
	}

	/** The current one and those before it, newest first. */
	List<CartId> all() {
		return Stream.concat(remembered(COOKIE), remembered(FORMER)).distinct().toList();
	}

	void remember(CartId cart) {
		if (!cart.equals(current())) {
			retire();
		}
		send(COOKIE, cart.toString(), this.settings.cartCookieAge());
	}

	/** The cart is no longer filled; its orders stay open. */
	void forget() {
		retire();
		send(COOKIE, "", Duration.ZERO);
	}

	private void retire() {
		if (current() != null) {
			String ids = all().stream().limit(MOST).map(Objects::toString).collect(Collectors.joining("."));
			send(FORMER, ids, this.settings.cartCookieAge());
		}
	}

	private Stream<CartId> remembered(String name) {
		return Cookies.words(name, this.request).limit(MOST).flatMap(GuestCarts::parse);
	}

	private static Stream<CartId> parse(String id) {
		try {
			return Stream.of(CartId.valueOf(id));
		}
		catch (IllegalArgumentException ex) {
			return Stream.empty();
		}
	}

	private void send(String name, String value, Duration age) {
		Cookies.send(name, value, age, this.request, this.response);
	}

}
