package io.pangea.orders;

import java.util.Locale;

/** Why an order is not carried out. */
enum CancelReason {

	OUT_OF_STOCK, WITHDRAWN, PAYMENT_DECLINED, RESERVATION_EXPIRED, TIMED_OUT;

	/** Stable code, as others see it. */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
