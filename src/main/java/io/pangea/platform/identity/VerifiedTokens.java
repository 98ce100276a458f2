package io.pangea.platform.identity;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers tokens whose signature was found good, as the same ones come with request
 * after request: a fifth of the time a small request took went into that. Whether they
 * are valid now is asked each time.
 */
class VerifiedTokens implements JwtDecoder {

	private static final int REMEMBERED = 1000;

	private final ConcurrentLruCache<String, Jwt> verified;

	private final OAuth2TokenValidator<Jwt> validity;

	/**
	 * @param signatures reads a token and verifies its signature
	 * @param validity whether it is valid now, and here
	 */
	VerifiedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validity) {
		this.verified = new ConcurrentLruCache<>(REMEMBERED, signatures::decode);
		this.validity = validity;
	}

	@Override
	public Jwt decode(String token) {
		Jwt jwt = this.verified.get(token);
		var result = this.validity.validate(jwt);
		if (result.hasErrors()) {
			throw new JwtValidationException("The token is not valid", result.getErrors());
		}
		return jwt;
	}

}
