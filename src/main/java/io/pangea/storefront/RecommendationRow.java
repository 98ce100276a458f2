package io.pangea.storefront;

import java.util.List;

import io.pangea.products.Product;
import io.pangea.recommendations.Reason;
import io.pangea.recommendations.Suggestion;
import io.pangea.recommendations.Suggestions;
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

		private static final String NEWEST = "newest";

		/**
		 * @param name if it is for somebody or something
		 */
		static Draft of(String name, String placement, Suggestions all) {
			return new Draft(all.personal() ? name : popular(all.items()), placement, null, all.items());
		}

		/** Whether nobody likes any of it yet. */
		boolean isMerelyNew() {
			return this.name.equals(NEWEST);
		}

		/** Before anybody bought anything, nothing is popular. */
		private static String popular(List<Suggestion> items) {
			long newest = items.stream().filter((it) -> Boolean.TRUE.equals(it.reason().newest())).count();
			return (newest == 0) ? "popular" : (newest == items.size()) ? NEWEST : "popular-and-newest";
		}

	}

	/**
	 * Either a product or a film, and why.
	 *
	 * @param reason name of the words that say why
	 */
	record Card(@Nullable Product product, @Nullable Video film, String reason, @Nullable Product aboutProduct,
			@Nullable Video aboutFilm) {

		/** What the reason is about may be gone by now; then it is said without. */
		static Card of(Reason reason, @Nullable Product product, @Nullable Video film, @Nullable Product aboutProduct,
				@Nullable Video aboutFilm) {
			String name = Boolean.TRUE.equals(reason.newest()) ? "NEWEST" : reason.code().name();
			boolean plain = aboutProduct == null && aboutFilm == null;
			return new Card(product, film, plain ? name + ".plain" : name, aboutProduct, aboutFilm);
		}

	}

}
