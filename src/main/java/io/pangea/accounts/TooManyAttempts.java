package io.pangea.accounts;

import java.time.Instant;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Signing in with one e-mail address failed too often. Says nothing about whether there
 * is such an account.
 */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class TooManyAttempts extends IllegalStateException {

	private final Instant retryAt;

	/**
	 * @param retryAt from when on it may be tried again
	 */
	public TooManyAttempts(Instant retryAt) {
		super("Too many failed attempts to sign in with this e-mail address; try again after %s.".formatted(retryAt));
		this.retryAt = retryAt;
	}

	public Instant retryAt() {
		return this.retryAt;
	}

}
