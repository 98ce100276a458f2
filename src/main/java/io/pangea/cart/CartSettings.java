package io.pangea.cart;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a cart holds, and for how long.
 *
 * @param pieces how many of one product a cart holds at most
 * @param products how many different products a cart holds at most; not above 200, since
 * they are looked up at once
 * @param guestExpiry how long a guest's cart is kept after its last use
 * @param accountExpiry how long an account's cart is kept after its last use
 * @param keyExpiry how long the idempotency key of an addition is remembered
 * @param patience how long a cart waits for today's prices before it is shown at those
 * last seen
 */
@ConfigurationProperties("pangea.cart")
@Validated
record CartSettings(@DefaultValue("99") @Min(1) int pieces, @DefaultValue("100") @Min(1) @Max(200) int products,
		@DefaultValue("30d") Duration guestExpiry, @DefaultValue("365d") Duration accountExpiry,
		@DefaultValue("7d") Duration keyExpiry, @DefaultValue("1s") Duration patience) {

}
