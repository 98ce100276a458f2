package io.pangea.analytics;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money and orders of one period in one currency. Money counts when it moved: a refund
 * when it was paid back, not when the order was.
 *
 * @param orders that were confirmed
 * @param ordered what they came to
 * @param average of an order
 * @param captured money taken
 * @param refunded money paid back
 * @param revenue taken less paid back
 * @param refunds how often money was paid back
 * @param refundRate money paid back of money taken
 */
public record Sales(Period period, String currency, long orders, Money ordered, @Nullable Money average, Money captured,
		Money refunded, Money revenue, long refunds, @Nullable Integer refundRate) {

}
