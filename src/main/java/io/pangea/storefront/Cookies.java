package io.pangea.storefront;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What the pages have a browser remember: not for scripts, and not sent along by other
 * sites.
 */
final class Cookies {

	private Cookies() {
	}

	static Optional<String> read(String name, HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
	}

	/** Several words of one cookie, which dots are between. */
	static Stream<String> words(String name, HttpServletRequest request) {
		return read(name, request).stream().flatMap((value) -> Arrays.stream(value.split("\\.")));
	}

	/**
	 * @param age how long it is remembered: not at all if zero, until the browser is
	 * closed if negative
	 */
	static void send(String name, String value, Duration age, HttpServletRequest request,
			HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(age)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
