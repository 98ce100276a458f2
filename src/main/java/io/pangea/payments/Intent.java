package io.pangea.payments;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What was asked for, written down before the provider hears of it. What came of it is
 * said by its {@link Ledger}.
 *
 * @param expiresAt when a missing answer or action is given up; null once none is missing
 */
@AggregateRoot
@Table(schema = "payments", name = "intents")
record Intent(@Id @Identity PaymentId id, String reference, long amountMinor, String currency, String token,
		String actionSecret, Instant createdAt, @Nullable Instant expiresAt, @Version @Nullable Integer version) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SECRET_BYTES = 32;

	static Intent of(PaymentRequest request, Duration patience) {
		byte[] secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		return new Intent(PaymentId.next(), request.reference(), request.amount().getAmountMinorLong(),
				request.amount().getCurrencyUnit().getCode(), request.token(),
				Base64.getUrlEncoder().withoutPadding().encodeToString(secret), now, now.plus(patience), null);
	}

	Money amount() {
		return Money.ofMinor(CurrencyUnit.of(this.currency), this.amountMinor);
	}

	/** Nothing is missing any more. */
	Intent settled() {
		return new Intent(this.id, this.reference, this.amountMinor, this.currency, this.token, this.actionSecret,
				this.createdAt, null, this.version);
	}

	/** In constant time, so that nobody learns a secret by measuring. */
	boolean opensWith(String secret) {
		return MessageDigest.isEqual(this.actionSecret.getBytes(UTF_8), secret.getBytes(UTF_8));
	}

}
