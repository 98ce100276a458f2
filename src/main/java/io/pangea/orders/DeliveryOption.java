package io.pangea.orders;

import org.joda.money.Money;

/** A way of delivery: code, price, and how many working days it takes. */
public record DeliveryOption(String code, Money price, int minDays, int maxDays) {

}
