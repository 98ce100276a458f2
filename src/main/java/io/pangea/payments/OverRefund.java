package io.pangea.payments;

import org.joda.money.Money;

/** More would be paid back than was captured and not yet refunded. */
public final class OverRefund extends IllegalStateException {

	private final Money requested;

	private final Money refundable;

	public OverRefund(Money requested, Money refundable) {
		super("%s asked for, %s can be refunded.".formatted(requested, refundable));
		this.requested = requested;
		this.refundable = refundable;
	}

	public Money requested() {
		return this.requested;
	}

	public Money refundable() {
		return this.refundable;
	}

}
