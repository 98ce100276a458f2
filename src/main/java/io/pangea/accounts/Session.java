package io.pangea.accounts;

import java.time.Instant;

/** A signed access token (JWT, ES256) and whom it stands for. */
public record Session(String accessToken, Instant expiresAt, Account account) {

	@Override
	public String toString() {
		return "Session[account=%s, expiresAt=%s]".formatted(account.id(), expiresAt);
	}

}
