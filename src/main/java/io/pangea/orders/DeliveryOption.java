package io.pangea.orders;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A way of delivery: code, price, and how many working days it takes.
 *
 * @param freeFrom from this value of the goods shipped on it costs nothing; null where it
 * always costs
 */
public record DeliveryOption(String code, Money price, @Nullable Money freeFrom, int minDays, int maxDays) {

}
