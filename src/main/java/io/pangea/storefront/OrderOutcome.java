package io.pangea.storefront;

import io.pangea.orders.Order;

/** What an order page says first, in one word that names its messages. */
enum OrderOutcome {

	WORKING, ACTION, CONFIRMED, SHIPPED, REFUNDED, DECLINED, OUT_OF_STOCK, TIMED_OUT, CANCELLED;

	/**
	 * @param challengeOpen whether the payer has yet to answer their bank
	 */
	static OrderOutcome of(Order order, boolean challengeOpen) {
		return switch (order.status()) {
			case PLACED, RESERVED, AUTHORISED -> WORKING;
			case ACTION_REQUIRED -> challengeOpen ? ACTION : WORKING;
			case CONFIRMED -> CONFIRMED;
			case SHIPPED -> SHIPPED;
			case REFUNDED -> REFUNDED;
			case CANCELLED -> switch (String.valueOf(order.cancelReason())) {
				case "payment-declined" -> DECLINED;
				case "out-of-stock", "withdrawn" -> OUT_OF_STOCK;
				case "timed-out", "reservation-expired" -> TIMED_OUT;
				default -> CANCELLED;
			};
		};
	}

	/** Whether it came to a purchase. */
	public boolean bought() {
		return this == CONFIRMED || this == SHIPPED;
	}

	/** Whether looking again soon will show something else. */
	public boolean passing() {
		return this == WORKING;
	}

}
