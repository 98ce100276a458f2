package io.pangea.storefront;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.pangea.products.Product;
import io.pangea.recommendations.ItemKind;
import io.pangea.recommendations.Reason;
import io.pangea.recommendations.Recommendations;
import io.pangea.recommendations.Shelf;
import io.pangea.recommendations.Suggestion;
import io.pangea.recommendations.Suggestions;
import io.pangea.recommendations.Wanted;
import io.pangea.storefront.RecommendationRow.Draft;
import io.pangea.videos.Video;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The rows of recommendations on each page; none while nobody recommends anything. */
@Component
class RecommendationShelf {

	private final Recommendations recommendations;

	private final Wishes wishes;

	private final RecommendationCards cards;

	private final Shopper shopper;

	private final Extras extras;

	RecommendationShelf(Recommendations recommendations, Wishes wishes, RecommendationCards cards, Shopper shopper,
			Extras extras) {
		this.recommendations = recommendations;
		this.wishes = wishes;
		this.cards = cards;
		this.shopper = shopper;
		this.extras = extras;
	}

	/**
	 * For who is looking, what they watched first, as it says most; without what is new,
	 * since that is on the page anyway.
	 */
	List<RecommendationRow> home() {
		Wanted wanted = this.wishes.of(null);
		boolean watches = this.shopper.signedIn();
		return show(() -> {
			List<Draft> drafts = new ArrayList<>();
			if (watches) {
				this.recommendations.becauseYouWatched(wanted)
					.stream()
					.map(RecommendationShelf::watched)
					.forEach(drafts::add);
			}
			Suggestions mine = this.recommendations.forMe(wanted);
			drafts.add(Draft.of("mine", "home", mine));
			drafts.removeIf(Draft::isMerelyNew);
			return drafts;
		});
	}

	/** Without what is merely popular, since others of its department stand below. */
	List<RecommendationRow> beside(Product product) {
		Wanted wanted = this.wishes.of(null);
		return show(() -> {
			List<Suggestion> related = this.recommendations.similarToProduct(product.id(), wanted)
				.items()
				.stream()
				.filter((it) -> it.reason().code() != Reason.Code.POPULAR)
				.toList();
			return List.of(new Draft("product", "product", null, related));
		});
	}

	List<RecommendationRow> beside(Video film) {
		Wanted wanted = this.wishes.of(null);
		return show(() -> {
			Suggestions similar = this.recommendations.similarToFilm(film.id(), wanted);
			return List.of(Draft.of("film", "film", similar));
		});
	}

	List<RecommendationRow> besideCart() {
		Wanted wanted = this.wishes.of(ItemKind.PRODUCT);
		return show(() -> {
			Suggestions fitting = this.recommendations.forCart(wanted);
			return List.of(Draft.of("cart", "cart", fitting));
		});
	}

	private static Draft watched(Shelf shelf) {
		return new Draft("watched", "home-watched", shelf.film(), shelf.items());
	}

	private List<RecommendationRow> show(Callable<@Nullable List<Draft>> drafts) {
		return this.extras.ask("recommendations", drafts).map(this.cards::fill).orElse(List.of());
	}

}
