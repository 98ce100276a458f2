package io.pangea.storefront;

import java.time.Duration;
import java.time.Instant;

import io.pangea.accounts.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Being signed in is having the access token in a cookie that no script can read. */
@Component
class SessionCookie {

	private final String name;

	SessionCookie(@Value("${pangea.identity.session-cookie:session}") String name) {
		this.name = name;
	}

	/** Forms shown before are void afterwards, as they are after {@link #expire}. */
	void send(Session session, HttpServletRequest request, HttpServletResponse response) {
		send(session.accessToken(), Duration.between(Instant.now(), session.expiresAt()), request, response);
	}

	void expire(HttpServletRequest request, HttpServletResponse response) {
		send("", Duration.ZERO, request, response);
	}

	private void send(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
		Cookies.send(this.name, value, age, request, response);
		new CookieCsrfTokenRepository().saveToken(null, request, response);
	}

}
