package io.pangea.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * How a module proves to another process who it is: a JWT (RFC 7519) signed with the
 * secret all processes share (HS256), for one module to read, valid for a minute.
 */
public class ServiceTokens {

	static final MacAlgorithm ALGORITHM = MacAlgorithm.HS256;

	private static final String ISSUER = "pangea-modules";

	private static final Duration LIFETIME = Duration.ofMinutes(1);

	/** For clocks that differ. */
	private static final Duration SKEW = Duration.ofSeconds(30);

	private final NimbusJwtEncoder encoder;

	private final JwtDecoder decoder;

	private final Map<Call, Jwt> issued = new ConcurrentHashMap<>();

	/**
	 * @param audience the modules of this process, which accept tokens issued for them
	 */
	public ServiceTokens(String secret, Set<String> audience) {
		SecretKey key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(key));
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(ALGORITHM).build();
		decoder.setJwtValidator((token) -> OAuth2TokenValidatorResult.success());
		this.decoder = new VerifiedTokens(decoder,
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW), new JwtIssuerValidator(ISSUER),
						new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
								(named) -> named != null && named.stream().anyMatch(audience::contains))));
	}

	private record Call(String caller, String callee) {

	}

	/** A token that proves to a module that another calls. */
	public String issue(String caller, String callee) {
		return this.issued
			.compute(new Call(caller, callee),
					(call, token) -> (token != null && isFresh(token)) ? token : newToken(call))
			.getTokenValue();
	}

	/**
	 * Reads a token that was issued for a module of this process.
	 * @throws JwtException when it was not, is out of date, or is not ours at all
	 */
	public Jwt decode(String token) {
		return this.decoder.decode(token);
	}

	/** Whether a token that was decoded was issued by a module. */
	static boolean isIssuerOf(Jwt token) {
		return ISSUER.equals(token.getClaimAsString(JwtClaimNames.ISS));
	}

	private static boolean isFresh(Jwt token) {
		Instant expiry = token.getExpiresAt();
		return expiry != null && expiry.minus(LIFETIME.dividedBy(2)).isAfter(Instant.now());
	}

	private Jwt newToken(Call call) {
		Instant now = Instant.now();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(ISSUER)
			.subject(call.caller())
			.audience(List.of(call.callee()))
			.issuedAt(now)
			.expiresAt(now.plus(LIFETIME))
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(JwsHeader.with(ALGORITHM).build(), claims));
	}

}
