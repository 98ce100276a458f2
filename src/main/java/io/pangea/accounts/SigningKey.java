package io.pangea.accounts;

import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** A key pair that signs access tokens, or did: P-256, for ES256 (RFC 7518). */
record SigningKey(int number, ECKey jwk, Instant createdAt) {

	static SigningKey generate(int number, Instant now) {
		try {
			ECKey jwk = new ECKeyGenerator(Curve.P_256).algorithm(JWSAlgorithm.ES256)
				.keyUse(KeyUse.SIGNATURE)
				.keyIDFromThumbprint(true)
				.generate();
			return new SigningKey(number, jwk, now.truncatedTo(ChronoUnit.MICROS));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java makes P-256 keys", ex);
		}
	}

	static SigningKey read(int number, String jwk, Instant createdAt) {
		try {
			return new SigningKey(number, ECKey.parse(jwk), createdAt);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("Signing key %d is damaged".formatted(number), ex);
		}
	}

	@Override
	public String toString() {
		return "SigningKey[number=%d, kid=%s]".formatted(this.number, this.jwk.getKeyID());
	}

}
