package io.pangea.cart;

import java.util.concurrent.RejectedExecutionException;

/**
 * What a product costs, and whether it is sold, cannot be found out now; nothing was put
 * into the cart or changed. Repeat the call later.
 */
public final class ProductsUnavailable extends RejectedExecutionException {

	public ProductsUnavailable() {
		super("What this costs cannot be found out now, so the cart stays as it is; try again in a moment.");
	}

}
