package io.pangea.storefront;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * Whether the visitor agreed to have the visit counted. A browser that asks not to be
 * tracked has answered for its user, whatever was agreed to before.
 */
@Component
@RequestScope
class Consent {

	static final String COOKIE = "consent";

	private static final String YES = "yes";

	private static final String NO = "no";

	private static final Duration REMEMBERED = Duration.ofDays(180);

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	Consent(HttpServletRequest request, HttpServletResponse response) {
		this.request = request;
		this.response = response;
	}

	public boolean given() {
		return !signalled() && YES.equals(answer());
	}

	/** Whether the visitor has yet to be asked. */
	public boolean open() {
		return !signalled() && !YES.equals(answer()) && !NO.equals(answer());
	}

	/** Whether the browser asks not to be tracked. */
	public boolean signalled() {
		return "1".equals(this.request.getHeader("DNT")) || "1".equals(this.request.getHeader("Sec-GPC"));
	}

	void choose(boolean given) {
		Cookies.send(COOKIE, given ? YES : NO, REMEMBERED, this.request, this.response);
	}

	private String answer() {
		return Cookies.read(COOKIE, this.request).orElse("");
	}

}
