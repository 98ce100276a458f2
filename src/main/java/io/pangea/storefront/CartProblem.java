package io.pangea.storefront;

import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.cart.CartLimitExceeded;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.CurrencyMismatch;
import io.pangea.cart.ProductSoldOut;
import io.pangea.cart.ProductsUnavailable;
import io.pangea.products.ProductNotFound;
import org.jspecify.annotations.Nullable;

/**
 * Why a cart could not be changed or ordered: a word in the address bar that names a
 * message, and the number that goes with some.
 */
record CartProblem(String name, int maximum) {

	private static final Set<String> NAMES = Set.of("limit", "missing", "quantity", "changed", "sold-out", "currency",
			"unavailable", "account-needed", "later", "unsure");

	static @Nullable CartProblem named(@Nullable String name, int maximum) {
		return (name != null && NAMES.contains(name)) ? new CartProblem(name, maximum) : null;
	}

	/** What an error says to a shopper; one that is no refusal is thrown on. */
	static CartProblem of(RuntimeException ex) {
		return switch (ex) {
			case NumberFormatException bad -> new CartProblem("quantity", 0);
			case CartLimitExceeded limit -> new CartProblem("limit", limit.maximum());
			case ProductNotFound missing -> new CartProblem("missing", 0);
			case ProductSoldOut gone -> new CartProblem("sold-out", 0);
			case CurrencyMismatch other -> new CartProblem("currency", 0);
			case ProductsUnavailable silent -> new CartProblem("later", 0);
			case RejectedExecutionException silent -> new CartProblem("unsure", 0);
			case CartNotFound expired -> new CartProblem("changed", 0);
			default -> throw ex;
		};
	}

	/** The cart's page with this problem on top. */
	String path() {
		return "/cart?problem=%s&maximum=%d".formatted(this.name, this.maximum);
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
