package io.pangea.storefront;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.Carts;
import io.pangea.products.ProductId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who is looking at the page, and the cart they have: the account's, or the one a guest's
 * browser remembers. Asked for once per request.
 */
@Component
@RequestScope
class Shopper {

	private static final int MOST = 200;

	private final Carts carts;

	private final GuestCarts guestCarts;

	private final Extras extras;

	private final HttpServletRequest request;

	@SuppressWarnings("NullableOptional") // null until it was looked for
	private @Nullable Optional<Cart> cart;

	Shopper(Carts carts, GuestCarts guestCarts, Extras extras, HttpServletRequest request) {
		this.carts = carts;
		this.guestCarts = guestCarts;
		this.extras = extras;
		this.request = request;
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
			CartId guestCart = guestCartId();
			if (signedIn() && guestCart != null) {
				bringCart(guestCart);
			}
			this.cart = look(signedIn(), guestCart);
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
		this.guestCarts.forget();
		this.cart = null;
	}

	/** How many pieces are in the cart; null when the cart cannot be had just now. */
	public @Nullable Integer cartCount() {
		Optional<Cart> known = this.cart;
		if (known == null) {
			boolean member = signedIn();
			CartId guestCart = guestCartId();
			if (!member && guestCart == null) {
				return 0;
			}
			known = this.extras.ask("cart", () -> look(member, guestCart)).orElse(null);
			this.cart = known;
		}
		return (known != null) ? known.stream().flatMap((it) -> it.lines().stream()).mapToInt(Cart.Line::quantity).sum()
				: null;
	}

	/** What need not be recommended; nothing when the cart cannot be had just now. */
	Set<ProductId> inCart() {
		cartCount();
		Optional<Cart> known = this.cart;
		return (known != null) ? known.stream()
			.flatMap((it) -> it.lines().stream())
			.map(Cart.Line::productId)
			.limit(MOST)
			.collect(Collectors.toSet()) : Set.of();
	}

	private Optional<Cart> look(boolean member, @Nullable CartId guestCart) {
		return member ? Optional.of(this.carts.mine()) : Optional.ofNullable(guestCart).flatMap(this::find);
	}

	/** The cart there is, or a new one that the browser is told to remember. */
	Cart openCart() {
		return cart().orElseGet(() -> {
			Cart opened = this.carts.open(UUID.randomUUID().toString());
			this.guestCarts.remember(opened.id());
			return see(opened);
		});
	}

	/** Takes note of what became of the cart in this request. */
	Cart see(Cart changed) {
		this.cart = Optional.of(changed);
		return changed;
	}

	/** A guest who ordered may come back for as long as one who fills a cart. */
	void keepGuestCart() {
		CartId guests = guestCartId();
		if (!signedIn() && guests != null) {
			this.guestCarts.remember(guests);
		}
	}

	/** The cart a guest fills in this browser. */
	@Nullable CartId guestCartId() {
		return this.guestCarts.current();
	}

	private Optional<Cart> find(CartId id) {
		try {
			return Optional.of(this.carts.find(id));
		}
		catch (CartNotFound ex) {
			return Optional.empty();
		}
	}

}
