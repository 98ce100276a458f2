package io.pangea.payments;

/** An amount is in another currency than the payment. */
public final class CurrencyMismatch extends IllegalArgumentException {

	private final String expected;

	private final String actual;

	public CurrencyMismatch(String expected, String actual) {
		super("The payment is in %s, the amount in %s.".formatted(expected, actual));
		this.expected = expected;
		this.actual = actual;
	}

	public String expected() {
		return this.expected;
	}

	public String actual() {
		return this.actual;
	}

}
