package io.pangea.orders;

/** Where an order stands. {@code REFUNDED} once all of it was paid back. */
public enum OrderStatus {

	PLACED, RESERVED, ACTION_REQUIRED, AUTHORISED, CONFIRMED, SHIPPED, CANCELLED, REFUNDED

}
