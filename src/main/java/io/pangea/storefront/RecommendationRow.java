package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Product;
import io.pangea.recommendations.Reason;
import io.pangea.recommendations.Suggestion;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * Cards that recommend something, under one heading.
 *
 * @param name of the heading
 * @param placement where it stands, for counting what it leads to
 * @param film that it is shown because of
 */
record RecommendationRow(String name, String placement, @Nullable Video film, List<Card> cards) {

	/** A row of which only ids are known. */
	record Draft(String name, String placement, @Nullable VideoId film, List<Suggestion> items) {

	}

	/**
	 * Either a product or a film, and why.
	 *
	 * @param reason name of the words that say why
	 */
	record Card(@Nullable Product product, @Nullable Video film, String reason, @Nullable Product aboutProduct,
			@Nullable Video aboutFilm) {

		/** What the reason is about may be gone by now; then it is said without. */
		static Card of(Reason.Code code, @Nullable Product product, @Nullable Video film,
				@Nullable Product aboutProduct, @Nullable Video aboutFilm) {
			boolean plain = aboutProduct == null && aboutFilm == null;
			return new Card(product, film, plain ? code + ".plain" : code.name(), aboutProduct, aboutFilm);
		}

	}

}
