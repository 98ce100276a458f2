package io.pangea.accounts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues access tokens: who it is, and what they may do, signed. */
@Component
class AccessTokens {

	private final JwtEncoder encoder;

	private final AccountSettings settings;

	private final String issuer;

	AccessTokens(SigningKeys keys, AccountSettings settings, @Value("${pangea.identity.issuer:pangea}") String issuer) {
		this.encoder = new NimbusJwtEncoder((selector, context) -> List.of(keys.current()));
		this.settings = settings;
		this.issuer = issuer;
	}

	Session issue(Account account) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(this.issuer)
			.subject(account.id().toString())
			.issuedAt(now)
			.expiresAt(now.plus(this.settings.tokenLifetime()))
			.claim("name", account.name())
			.claim("roles", account.roles().stream().map(Role::name).toList())
			.build();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).build();
		String token = this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
		return new Session(token, now.plus(this.settings.tokenLifetime()), account);
	}

}
