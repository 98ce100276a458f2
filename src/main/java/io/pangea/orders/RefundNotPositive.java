package io.pangea.orders;

import org.joda.money.Money;

/** Nothing, or less than nothing, cannot be paid back. */
public final class RefundNotPositive extends IllegalArgumentException {

	private final Money amount;

	public RefundNotPositive(Money amount) {
		super("The amount has to be above zero, not %s.".formatted(amount));
		this.amount = amount;
	}

	public Money amount() {
		return this.amount;
	}

}
