package io.pangea.orders;

/** Only a confirmed order with goods in it can be shipped. */
public final class OrderNotShippable extends IllegalStateException {

	private final OrderId orderId;

	private final OrderStatus orderStatus;

	public OrderNotShippable(OrderId orderId, OrderStatus orderStatus) {
		super("The order is %s and cannot be shipped.".formatted(orderStatus));
		this.orderId = orderId;
		this.orderStatus = orderStatus;
	}

	public OrderId orderId() {
		return this.orderId;
	}

	public OrderStatus orderStatus() {
		return this.orderStatus;
	}

}
