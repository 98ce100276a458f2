package io.pangea.cart;

/** A product is sold in another currency than what is in the cart. */
public final class CurrencyMismatch extends IllegalStateException {

	private final String expected;

	private final String actual;

	public CurrencyMismatch(String expected, String actual) {
		super("The cart is in %s, the product in %s.".formatted(expected, actual));
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
