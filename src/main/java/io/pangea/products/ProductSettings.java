package io.pangea.products;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param currency ISO 4217 code of the shop's currency: of prices in an imported file
 * that does not name one, and in which searches compare prices
 * @param expiryInterval how often reservations are looked for whose time is over
 * @param importPatience how long an import may show no progress before it counts as
 * interrupted
 * @param keyExpiry how long the idempotency key of an addition or an import is remembered
 */
@ConfigurationProperties("pangea.products")
record ProductSettings(@DefaultValue("USD") String currency, @DefaultValue("10s") Duration expiryInterval,
		@DefaultValue("2m") Duration importPatience, @DefaultValue("7d") Duration keyExpiry) {

}
