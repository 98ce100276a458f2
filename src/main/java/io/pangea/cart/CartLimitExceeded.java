package io.pangea.cart;

/** A line or the cart would grow beyond its cap. */
public final class CartLimitExceeded extends IllegalStateException {

	private final String limit;

	private final int maximum;

	public CartLimitExceeded(String limit, int maximum) {
		super("No more than %d %s.".formatted(maximum, limit));
		this.limit = limit;
		this.maximum = maximum;
	}

	public String limit() {
		return this.limit;
	}

	public int maximum() {
		return this.maximum;
	}

}
