package io.pangea.storefront;

import java.util.Optional;
import java.util.UUID;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.Carts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Who is looking at the page, and the cart they have: the account's, or the one a guest's
 * browser remembers. Asked for once per request.
 */
@Component
@RequestScope
class Shopper {

	static final String CART_COOKIE = "cart";

	private static final Logger LOG = LoggerFactory.getLogger(Shopper.class);

	private final Carts carts;

	private final StorefrontSettings settings;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	@SuppressWarnings("NullableOptional") // null until it was looked for
	private @Nullable Optional<Cart> cart;

	Shopper(Carts carts, StorefrontSettings settings, HttpServletRequest request, HttpServletResponse response) {
		this.carts = carts;
		this.settings = settings;
		this.request = request;
		this.response = response;
	}

	public boolean signedIn() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null
				&& caller.getAuthorities().stream().anyMatch((it) -> "ROLE_CUSTOMER".equals(it.getAuthority()));
	}

	/** BCP 47 tag of the page's language. */
	public String language() {
		return LocaleContextHolder.getLocale().toLanguageTag();
	}

	/** Path and query of this page, to come back to. */
	public String here() {
		Object failed = this.request.getAttribute("jakarta.servlet.error.request_uri");
		String path = (failed != null) ? failed.toString() : this.request.getRequestURI();
		UriComponentsBuilder here = UriComponentsBuilder.fromPath(path);
		return ("GET".equals(this.request.getMethod()) ? here.query(this.request.getQueryString()) : here).build()
			.toUriString();
	}

	/** The cart there is; none is made by looking. */
	Optional<Cart> cart() {
		if (this.cart == null) {
			this.cart = signedIn() ? Optional.of(this.carts.mine()) : guestCart().flatMap(this::find);
		}
		return this.cart;
	}

	/** How many pieces are in the cart; null when the cart cannot be had just now. */
	public @Nullable Integer cartCount() {
		try {
			return cart().stream().flatMap((it) -> it.lines().stream()).mapToInt(Cart.Line::quantity).sum();
		}
		catch (RuntimeException ex) {
			LOG.warn("The cart is not to be had, the page goes without its count", ex);
			return null;
		}
	}

	/** The cart there is, or a new one that the browser is told to remember. */
	Cart openCart() {
		return cart().orElseGet(() -> {
			Cart opened = this.carts.open(UUID.randomUUID().toString());
			sendCartCookie(opened.id().toString(), this.settings.cartCookieAge().toSeconds());
			return see(opened);
		});
	}

	/** Takes note of what became of the cart in this request. */
	Cart see(Cart changed) {
		this.cart = Optional.of(changed);
		return changed;
	}

	/** The cart this browser remembers, which opens it and the orders made from it. */
	@Nullable CartId guestCartId() {
		return guestCart().orElse(null);
	}

	void forgetGuestCart() {
		sendCartCookie("", 0);
		this.cart = null;
	}

	private Optional<CartId> guestCart() {
		return Optional.ofNullable(WebUtils.getCookie(this.request, CART_COOKIE)).flatMap((cookie) -> {
			try {
				return Optional.of(CartId.valueOf(cookie.getValue()));
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		});
	}

	private Optional<Cart> find(CartId id) {
		try {
			return Optional.of(this.carts.find(id));
		}
		catch (CartNotFound ex) {
			return Optional.empty();
		}
	}

	private void sendCartCookie(String value, long seconds) {
		ResponseCookie cookie = ResponseCookie.from(CART_COOKIE, value)
			.httpOnly(true)
			.secure(this.request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(seconds)
			.build();
		this.response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
