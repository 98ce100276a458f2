package io.pangea.platform.identity;

import java.text.ParseException;
import java.util.Objects;

import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Who calls the API: a person who signed in, or a module of another process, by one of
 * its {@link ServiceTokens}. The algorithm tells which it claims to be; each kind is
 * checked with its own keys.
 */
class CallerTokens {

	private final JwtDecoder persons;

	private final Converter<Jwt, AbstractAuthenticationToken> personConverter;

	private final @Nullable ServiceTokens modules;

	CallerTokens(JwtDecoder persons, Converter<Jwt, AbstractAuthenticationToken> personConverter,
			@Nullable ServiceTokens modules) {
		this.persons = persons;
		this.personConverter = personConverter;
		this.modules = modules;
	}

	Jwt decode(String token) {
		return (this.modules != null && isSymmetric(token)) ? this.modules.decode(token) : this.persons.decode(token);
	}

	private static boolean isSymmetric(String token) {
		try {
			return ServiceTokens.ALGORITHM.getName()
				.equals(JWTParser.parse(token).getHeader().getAlgorithm().getName());
		}
		catch (ParseException ex) {
			throw new BadJwtException("Not a token", ex);
		}
	}

	AbstractAuthenticationToken convert(Jwt token) {
		return Objects.requireNonNull(
				ServiceTokens.isIssuerOf(token) ? new ModuleAuthentication(Objects.requireNonNull(token.getSubject()))
						: this.personConverter.convert(token));
	}

}
