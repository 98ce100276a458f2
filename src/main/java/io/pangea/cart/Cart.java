package io.pangea.cart;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart with its lines at current prices, all in one currency.
 *
 * @param owner the account it belongs to, null for a guest's
 * @param lines in the order they were put in
 * @param subtotal sum over the lines that can be bought, null while there is none; a line
 * of which less is available counts in full, since how many to do without is the
 * customer's choice
 * @param expiresAt when it is forgotten unless it is used before
 * @param complete false when {@code products} did not answer, so prices and notices are
 * as last seen
 * @param version grows with every change of what is in it
 */
public record Cart(CartId id, @Nullable AccountId owner, List<Line> lines, @Nullable Money subtotal, Instant expiresAt,
		boolean complete, long version) {

	@SuppressWarnings("NullAway") // absent in JSON
	public Cart {
		lines = (lines != null) ? List.copyOf(lines) : Collections.emptyList();
	}

	/**
	 * @param price now, per piece
	 * @param priceWhenAdded per piece, when it was put in or its price was last accepted
	 * @param available how many can be bought now, null when it never runs out or
	 * {@code products} did not answer
	 */
	public record Line(ProductId productId, String slug, String name, @Nullable String image, int quantity, Money price,
			Money priceWhenAdded, Money total, @Nullable Integer available, boolean physical, List<Notice> notices) {

		@SuppressWarnings("NullAway") // absent in JSON
		public Line {
			notices = (notices != null) ? List.copyOf(notices) : Collections.emptyList();
		}

		/** Whether it counts towards the subtotal. */
		public boolean buyable() {
			return !this.notices.contains(Notice.SOLD_OUT) && !this.notices.contains(Notice.WITHDRAWN);
		}

	}

	/** What changed since the line was put in. */
	public enum Notice {

		PRICE_ROSE, PRICE_FELL, LESS_AVAILABLE, SOLD_OUT, WITHDRAWN

	}

}
