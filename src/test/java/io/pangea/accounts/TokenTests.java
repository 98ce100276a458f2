package io.pangea.accounts;

import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.pangea.testing.People;
import io.pangea.testing.People.Person;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class TokenTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private SigningKeys keys;

	private Web web;

	private Person person;

	@BeforeEach
	void signIn() {
		this.web = Web.at(this.port);
		this.person = this.people.staff();
	}

	@Test
	void isVerifiedByPublishedKeys() {
		Jwt token = NimbusJwtDecoder.withJwkSetUri("http://localhost:%d/api/accounts/jwks".formatted(this.port))
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.build()
			.decode(this.person.token());
		assertThat(token.getSubject()).isEqualTo(this.person.id().toString());
		assertThat(token.getClaimAsString("iss")).isEqualTo("pangea");
		assertThat(token.getClaimAsStringList("roles")).containsExactly("CUSTOMER", "STAFF");
		assertThat(token.getHeaders()).containsEntry("kid", this.keys.current().getKeyID());
	}

	@Test
	void keepsPrivateHalvesOfKeys() {
		String published = this.web.get("/jwks", null).body();
		assertThat(published).contains("\"kty\":\"EC\"", "\"crv\":\"P-256\"").doesNotContain("\"d\"");
	}

	@Test
	void isAccepted() throws JOSEException {
		assertThat(statusWith(this.person.token())).isEqualTo(200);
		assertThat(statusWith(sign(claims(), signer(this.keys.current()), JWSAlgorithm.ES256))).isEqualTo(200);
	}

	@Test
	void isRefusedIfTampered() throws ParseException {
		Base64URL[] parts = SignedJWT.parse(this.person.token()).getParsedParts();
		String forged = claims().claim("roles", List.of("ADMIN")).build().toPayload().toBase64URL().toString();
		assertThat(statusWith(parts[0] + "." + forged + "." + parts[2])).isEqualTo(401);
		assertThat(statusWith(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
		assertThat(statusWith("nonsense")).isEqualTo(401);
	}

	@Test
	void isRefusedIfExpired() throws JOSEException {
		JWTClaimsSet.Builder claims = claims().expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5))));
		assertThat(statusWith(sign(claims, signer(this.keys.current()), JWSAlgorithm.ES256))).isEqualTo(401);
	}

	@Test
	void isRefusedFromAnotherIssuer() throws JOSEException {
		JWTClaimsSet.Builder claims = claims().issuer("elsewhere");
		assertThat(statusWith(sign(claims, signer(this.keys.current()), JWSAlgorithm.ES256))).isEqualTo(401);
	}

	@Test
	void isRefusedWithoutSignature() {
		assertThat(statusWith(new PlainJWT(claims().build()).serialize())).isEqualTo(401);
	}

	@Test
	void isRefusedIfSignedWithAnotherKey() throws JOSEException {
		ECKey stranger = SigningKey.generate(1, Instant.now()).jwk();
		assertThat(statusWith(sign(claims(), signer(stranger), JWSAlgorithm.ES256))).isEqualTo(401);
		ECPublicKey published = this.keys.current().toECPublicKey();
		assertThat(statusWith(sign(claims(), new MACSigner(published.getEncoded()), JWSAlgorithm.HS256)))
			.isEqualTo(401);
	}

	private JWTClaimsSet.Builder claims() {
		return new JWTClaimsSet.Builder().issuer("pangea")
			.subject(this.person.id().toString())
			.issueTime(Date.from(Instant.now()))
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
			.jwtID(UUID.randomUUID().toString())
			.claim("roles", List.of("CUSTOMER"));
	}

	private String sign(JWTClaimsSet.Builder claims, JWSSigner signer, JWSAlgorithm algorithm) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(algorithm).keyID(this.keys.current().getKeyID()).build();
		SignedJWT token = new SignedJWT(header, claims.build());
		token.sign(signer);
		return token.serialize();
	}

	private static JWSSigner signer(ECKey key) throws JOSEException {
		return new ECDSASigner(key);
	}

	private int statusWith(String token) {
		Web.Answer answer = this.web.get("/me", token);
		assertThat(Map.of(200, "registeredAt", 401, "unauthenticated")).extractingByKey(answer.status())
			.satisfies((word) -> assertThat(answer.body()).contains(word));
		return answer.status();
	}

}
