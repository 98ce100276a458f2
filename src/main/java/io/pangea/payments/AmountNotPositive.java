package io.pangea.payments;

import org.joda.money.Money;

/** Nothing, or less than nothing, cannot be paid or paid back. */
public final class AmountNotPositive extends IllegalArgumentException {

	private final Money amount;

	public AmountNotPositive(Money amount) {
		super("The amount has to be above zero, not %s.".formatted(amount));
		this.amount = amount;
	}

	public Money amount() {
		return this.amount;
	}

}
