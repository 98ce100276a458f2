package io.pangea.storefront;

import java.util.concurrent.RejectedExecutionException;

import io.pangea.accounts.Accounts;
import io.pangea.accounts.Credentials;
import io.pangea.accounts.Session;
import io.pangea.cart.CartId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

	private final Accounts accounts;

	private final Shopper shopper;

	private final GuestCarts guestCarts;

	private final SessionCookie cookie;

	private final JwtDecoder decoder;

	private final JwtAuthenticationConverter converter;

	Doorway(Accounts accounts, Shopper shopper, GuestCarts guestCarts, SessionCookie cookie, JwtDecoder decoder,
			JwtAuthenticationConverter converter) {
		this.accounts = accounts;
		this.shopper = shopper;
		this.guestCarts = guestCarts;
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
		CartId guestCart = this.guestCarts.current();
		if (guestCart != null && this.shopper.signedIn()) {
			bring(guestCart);
		}
	}

	private void bring(CartId guestCart) {
		try {
			this.shopper.bringCart(guestCart);
		}
		catch (RejectedExecutionException ex) {
			LOG.info("The cart of a guest comes along when it is looked at, as nobody answers now: {}", ex.toString());
		}
	}

	/** For the rest of this request; the cookie does it for the next ones. */
	private void become(Session session) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(this.converter.convert(this.decoder.decode(session.accessToken())));
		SecurityContextHolder.setContext(context);
	}

}
