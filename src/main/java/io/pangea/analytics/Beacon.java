package io.pangea.analytics;

import java.time.Instant;
import java.util.UUID;

import io.pangea.orders.OrderId;
import io.pangea.products.ProductId;
import io.pangea.videos.VideoId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a page.
 *
 * @param id made by the page; the same when it tells it again
 * @param page path of the page, without parameters
 * @param product which it was about
 * @param film which it was about
 * @param order that was placed
 * @param placement where a recommendation stood, as {@code home} or {@code cart}
 */
public record Beacon(@NotNull UUID id, @NotNull Instant occurredAt, @NotNull Type type,
		@Size(max = 200) @Pattern(regexp = "/[^?#\\p{Cntrl}]*") @Nullable String page, @Nullable ProductId product,
		@Nullable VideoId film, @Nullable OrderId order,
		@Size(max = 40) @Pattern(regexp = "[a-z0-9-]*") @Nullable String placement) {

	/** What can happen on a page. */
	public enum Type {

		PAGE_VIEWED,

		/** Says the {@code product}. */
		PRODUCT_VIEWED,

		/** Says the {@code film}. */
		FILM_VIEWED,

		/** Says nothing of what was looked for. */
		SEARCH_MADE,

		/** Something was put into the cart. */
		CART_FILLED,

		CHECKOUT_STARTED,

		/** Says the {@code order}; sent by the page that confirms it. */
		ORDER_PLACED,

		/** Says the {@code product} or the {@code film}. */
		RECOMMENDATION_SHOWN,

		/** Says the {@code product} or the {@code film}. */
		RECOMMENDATION_CLICKED

	}

}
