package io.pangea.orders;

/** Only a confirmed order with goods in it can be shipped. */
public final class OrderNotShippable extends IllegalStateException {

	private final OrderId orderId;

	private final OrderStatus status;

	public OrderNotShippable(OrderId orderId, OrderStatus status) {
		super("The order is %s and cannot be shipped.".formatted(status));
		this.orderId = orderId;
		this.status = status;
	}

	public OrderId orderId() {
		return this.orderId;
	}

	public OrderStatus status() {
		return this.status;
	}

}
