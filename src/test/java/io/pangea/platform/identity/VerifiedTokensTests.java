package io.pangea.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTests {

	private final Instant now = Instant.now();

	private final AtomicInteger verified = new AtomicInteger();

	private final JwtTimestampValidator validity = new JwtTimestampValidator(Duration.ZERO);

	private final VerifiedTokens tokens = new VerifiedTokens(this::verify, this.validity);

	@Test
	void signatureIsVerifiedOnce() {
		assertThat(this.tokens.decode("good")).isSameAs(this.tokens.decode("good"));
		assertThat(this.verified).hasValue(1);
	}

	@Test
	void knownTokenIsRefusedWhenItsTimeIsOver() {
		this.tokens.decode("good");
		this.validity.setClock(Clock.fixed(this.now.plusSeconds(61), ZoneOffset.UTC));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> this.tokens.decode("good"));
	}

	@Test
	void forgedTokenIsRefusedEachTime() {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode("forged"));
		}
	}

	private Jwt verify(String token) {
		this.verified.incrementAndGet();
		if (token.equals("forged")) {
			throw new BadJwtException("Signed by nobody");
		}
		return Jwt.withTokenValue(token)
			.header("alg", "HS256")
			.issuedAt(this.now)
			.expiresAt(this.now.plusSeconds(60))
			.build();
	}

}
