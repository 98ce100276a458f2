package io.pangea.cart;

import java.time.Instant;
import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart with its lines at current prices.
 *
 * @param owner the account it belongs to, null for a guest's
 * @param subtotal sum over the lines that can be bought, null while there is none
 * @param complete false when {@code products} did not answer, so prices and notices are
 * as last seen
 */
public record Cart(CartId id, @Nullable AccountId owner, List<Line> lines, @Nullable Money subtotal, Instant expiresAt,
		boolean complete, long version) {

	/**
	 * @param price now, per piece
	 * @param priceWhenAdded per piece, when it was put in or its price was last accepted
	 * @param available how many can be bought now, null when it never runs out
	 */
	public record Line(ProductId productId, String slug, String name, @Nullable String image, int quantity, Money price,
			Money priceWhenAdded, Money total, @Nullable Integer available, boolean physical, List<Notice> notices) {

	}

	/** What changed since the line was put in. */
	public enum Notice {

		PRICE_ROSE, PRICE_FELL, LESS_AVAILABLE, SOLD_OUT, WITHDRAWN

	}

}
