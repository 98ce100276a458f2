package io.pangea.platform.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * A page's caller brings the access token in a cookie. One that has expired counts as
 * none.
 */
class SessionCookieFilter extends OncePerRequestFilter {

	private final String name;

	private final JwtDecoder decoder;

	private final JwtAuthenticationConverter converter;

	SessionCookieFilter(String name, JwtDecoder decoder, JwtAuthenticationConverter converter) {
		this.name = name;
		this.decoder = decoder;
		this.converter = converter;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Cookie cookie = WebUtils.getCookie(request, this.name);
		if (cookie != null && !cookie.getValue().isBlank()) {
			authenticate(cookie.getValue());
		}
		chain.doFilter(request, response);
	}

	/** An error page knows who is signed in, too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private void authenticate(String token) {
		try {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(this.converter.convert(this.decoder.decode(token)));
			SecurityContextHolder.setContext(context);
		}
		catch (JwtException ex) {
			this.logger.debug("A session cookie is not valid any more");
		}
	}

}
