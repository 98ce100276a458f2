package io.pangea.storefront;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Session;
import io.pangea.cart.CartId;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.Carts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Coming in: the browser gets the session, and what the guest had in the cart comes
 * along.
 */
@Component
class Doorway {

	private final Accounts accounts;

	private final Carts carts;

	private final Shopper shopper;

	private final SessionCookie cookie;

	private final JwtDecoder decoder;

	private final JwtAuthenticationConverter converter;

	Doorway(Accounts accounts, Carts carts, Shopper shopper, SessionCookie cookie, JwtDecoder decoder,
			JwtAuthenticationConverter converter) {
		this.accounts = accounts;
		this.carts = carts;
		this.shopper = shopper;
		this.cookie = cookie;
		this.decoder = decoder;
		this.converter = converter;
	}

	/**
	 * @throws io.pangea.accounts.SignInFailed when the credentials are wrong
	 */
	void signIn(Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
		Session session = this.accounts.signIn(credentials);
		become(session);
		this.cookie.send(session, request, response);
		CartId guestCart = this.shopper.guestCartId();
		if (guestCart != null && this.shopper.signedIn()) {
			merge(guestCart);
		}
	}

	private void merge(CartId guestCart) {
		try {
			this.carts.merge(guestCart);
		}
		catch (CartNotFound ex) {
			// It expired: there is nothing to bring along.
		}
		this.shopper.forgetGuestCart();
	}

	/** For the rest of this request; the cookie does it for the next ones. */
	private void become(Session session) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(this.converter.convert(this.decoder.decode(session.accessToken())));
		SecurityContextHolder.setContext(context);
	}

}
