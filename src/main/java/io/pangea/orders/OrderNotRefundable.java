package io.pangea.orders;

import org.joda.money.Money;

/** Nothing, or not as much, is left to be paid back. */
public final class OrderNotRefundable extends IllegalStateException {

	private final OrderId orderId;

	private final Money refundable;

	public OrderNotRefundable(OrderId orderId, Money refundable) {
		super("%s can be refunded.".formatted(refundable));
		this.orderId = orderId;
		this.refundable = refundable;
	}

	public OrderId orderId() {
		return this.orderId;
	}

	public Money refundable() {
		return this.refundable;
	}

}
