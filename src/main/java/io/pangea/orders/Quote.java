package io.pangea.orders;

import java.util.List;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a cart would cost.
 *
 * @param tax included in or added to the total, as {@code taxIncluded} says
 * @param deliveryOption the one priced; null when nothing is shipped
 */
public record Quote(List<OrderLine> lines, Money subtotal, Money shipping, Money tax, boolean taxIncluded, Money total,
		@Nullable DeliveryOption deliveryOption) {

}
