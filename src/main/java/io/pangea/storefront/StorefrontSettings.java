package io.pangea.storefront;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the pages.
 *
 * @param currency of the price filter, ISO 4217; the one the shop sells in
 * @param zone in which dates are written
 * @param cartCookieAge how long a browser remembers a guest's cart
 * @param checkoutCookieAge how long a browser remembers what was filled in at the
 * checkout
 * @param patience how long a page waits for what it can do without
 * @param plans the subscriptions on offer, by the codes that products name as
 * {@code plan:<code>}
 * @param usual how long an order usually takes to be confirmed or not; one that takes
 * longer is explained
 */
@ConfigurationProperties("pangea.storefront")
record StorefrontSettings(@DefaultValue("USD") String currency, @DefaultValue("UTC") ZoneId zone,
		@DefaultValue("30d") Duration cartCookieAge, @DefaultValue("2h") Duration checkoutCookieAge,
		@DefaultValue("2s") Duration patience, @DefaultValue("10s") Duration usual, @DefaultValue( {
				"monthly", "yearly" }) List<String> plans){

}
