package io.pangea.storefront;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Why a cart could not be changed, as a word in the address bar that names a message.
 */
final class CartProblem {

	private static final Set<String> KNOWN = Set.of("limit", "missing", "quantity", "changed");

	private CartProblem() {
	}

	static @Nullable String named(@Nullable String problem) {
		return (problem != null && KNOWN.contains(problem)) ? problem : null;
	}

	/**
	 * A quantity somebody typed.
	 * @throws NumberFormatException when it is no whole number, or too small a one
	 */
	static int quantity(String text, int least) {
		int quantity = Integer.parseInt(text.strip());
		if (quantity < least) {
			throw new NumberFormatException("Less than " + least);
		}
		return quantity;
	}

}
