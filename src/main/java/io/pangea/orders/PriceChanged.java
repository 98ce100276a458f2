package io.pangea.orders;

import org.joda.money.Money;

/** The total is no longer the one the buyer was shown. */
public final class PriceChanged extends IllegalStateException {

	private final Money shown;

	private final Money current;

	public PriceChanged(Money shown, Money current) {
		super("The total was %s and is now %s.".formatted(shown, current));
		this.shown = shown;
		this.current = current;
	}

	public Money shown() {
		return this.shown;
	}

	public Money current() {
		return this.current;
	}

}
