package io.pangea.payments;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of payments.
 *
 * @param patience how long the payer has for an action at the provider, and a payment the
 * provider gave no answer to can be asked for again, before it is given up
 * @param retryRefundAfter how long a refund may lack the provider's answer before it is
 * asked for again
 * @param keyExpiry how long an idempotency key is remembered; longer than a caller may
 * try to pay, or to pay back, since the same key then counts as new
 */
@ConfigurationProperties("pangea.payments")
record PaymentSettings(@DefaultValue("30m") Duration patience, @DefaultValue("1m") Duration retryRefundAfter,
		@DefaultValue("30d") Duration keyExpiry) {

}
