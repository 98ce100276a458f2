package io.pangea.analytics;

import org.jspecify.annotations.Nullable;

/**
 * How visits of one period became orders. Visits are those their visitors agreed to have
 * counted, and belong to the period they were first heard of in; carts and orders are all
 * there were.
 *
 * @param visits all of them
 * @param viewed of these, how many looked at a product or a film
 * @param filled of these, how many put something into the cart
 * @param checkouts of these, how many went to the checkout
 * @param bought of these, how many placed an order that was confirmed
 * @param conversion bought of visits
 * @param abandonment of the visits that filled a cart, those that did not buy
 * @param carts carts that something was put into
 * @param placed orders placed
 * @param confirmed orders confirmed
 * @param cancelled orders cancelled
 */
public record Funnel(Period period, long visits, long viewed, long filled, long checkouts, long bought,
		@Nullable Integer conversion, @Nullable Integer abandonment, long carts, long placed, long confirmed,
		long cancelled) {

}
