package io.pangea.orders;

/** An order is not where this could be done to it. */
final class WrongTask extends IllegalStateException {

	WrongTask(OrderId order, String transition, Task task) {
		super("Order %s cannot become %s: its next task is %s".formatted(order, transition, task));
	}

}
