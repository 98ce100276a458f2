package io.pangea.accounts;

/** An account has as many addresses as it may have. */
public final class TooManyAddresses extends IllegalStateException {

	private final int limit;

	public TooManyAddresses(int limit) {
		super("An account keeps at most %d addresses; remove one first.".formatted(limit));
		this.limit = limit;
	}

	public int limit() {
		return this.limit;
	}

}
