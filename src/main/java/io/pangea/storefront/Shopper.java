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

	private final Carts carts;

	private final Extras extras;

	private final StorefrontSettings settings;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	@SuppressWarnings("NullableOptional") // null until it was looked for
	private @Nullable Optional<Cart> cart;

	Shopper(Carts carts, Extras extras, StorefrontSettings settings, HttpServletRequest request,
			HttpServletResponse response) {
		this.carts = carts;
		this.extras = extras;
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
			if (signedIn() && guestCart().isPresent()) {
				bringCart(guestCart().get());
			}
			this.cart = look(signedIn(), guestCart());
		}
		return this.cart;
	}

	/** What a guest had in the cart comes along to the account's. */
	void bringCart(CartId guestCart) {
		try {
			this.carts.merge(guestCart);
		}
		catch (CartNotFound ex) {
			// It expired: there is nothing to bring along.
		}
		forgetGuestCart();
	}

	/** How many pieces are in the cart; null when the cart cannot be had just now. */
	public @Nullable Integer cartCount() {
		Optional<Cart> known = this.cart;
		if (known == null) {
			boolean member = signedIn();
			Optional<CartId> guestCart = guestCart();
			if (!member && guestCart.isEmpty()) {
				return 0;
			}
			known = this.extras.ask("cart", () -> look(member, guestCart)).orElse(null);
			this.cart = known;
		}
		return (known != null) ? known.stream().flatMap((it) -> it.lines().stream()).mapToInt(Cart.Line::quantity).sum()
				: null;
	}

	private Optional<Cart> look(boolean member, Optional<CartId> guestCart) {
		return member ? Optional.of(this.carts.mine()) : guestCart.flatMap(this::find);
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
