package io.pangea.orders;

import java.util.NoSuchElementException;

/** There is no such order, or the caller may not see it. */
public final class OrderNotFound extends NoSuchElementException {

	private final OrderId orderId;

	public OrderNotFound(OrderId orderId) {
		super("There is no such order.");
		this.orderId = orderId;
	}

	public OrderId orderId() {
		return this.orderId;
	}

}
