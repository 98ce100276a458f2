package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Product;
import org.jspecify.annotations.Nullable;

/**
 * The one thing to do about a film next.
 *
 * @param position where to go on, in seconds
 * @param maximumAge the account's limit, if it has one
 * @param offers what sells the film, the cheapest first
 * @param plans what sells a subscription, the cheapest first
 */
record WayIn(Kind kind, int position, @Nullable Integer maximumAge, List<Product> offers, List<Product> plans) {

	static WayIn watch(int position) {
		return new WayIn((position > 0) ? Kind.RESUME : Kind.WATCH, position, null, List.of(), List.of());
	}

	static WayIn closed(@Nullable Integer maximumAge) {
		return new WayIn(Kind.CLOSED, 0, maximumAge, List.of(), List.of());
	}

	static WayIn sold(List<Product> offers, List<Product> plans) {
		Kind kind = !plans.isEmpty() ? Kind.SUBSCRIBE : !offers.isEmpty() ? Kind.BUY : Kind.UNSOLD;
		return new WayIn(kind, 0, null, offers, plans);
	}

	static WayIn unknown() {
		return new WayIn(Kind.UNKNOWN, 0, null, List.of(), List.of());
	}

	enum Kind {

		WATCH, RESUME, BUY, SUBSCRIBE, CLOSED,

		/** Nothing that is on sale just now opens it. */
		UNSOLD,

		/** Nobody can tell just now. */
		UNKNOWN

	}

}
