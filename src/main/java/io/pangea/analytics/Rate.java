package io.pangea.analytics;

import org.jspecify.annotations.Nullable;

/** Rates as reports give them. */
final class Rate {

	private static final int WHOLE = 10_000;

	private Rate() {
	}

	/** In hundredths of a percent, rounded down; null when there is no whole. */
	static @Nullable Integer of(long part, long whole) {
		return (whole > 0) ? Math.toIntExact(Math.min(Math.multiplyExact(part, WHOLE) / whole, Integer.MAX_VALUE))
				: null;
	}

}
