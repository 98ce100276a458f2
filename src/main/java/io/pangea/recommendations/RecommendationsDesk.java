package io.pangea.recommendations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.pangea.accounts.AccountId;
import io.pangea.products.ProductId;
import io.pangea.videos.VideoId;

import org.springframework.web.bind.annotation.RestController;

@RestController
class RecommendationsDesk implements Recommendations {

	private final Memory memory;

	private final Likes likes;

	private final People people;

	private final RecommendationSettings settings;

	RecommendationsDesk(Memory memory, Likes likes, People people, RecommendationSettings settings) {
		this.memory = memory;
		this.likes = likes;
		this.people = people;
		this.settings = settings;
	}

	@Override
	public Suggestions forMe(Wanted wanted) {
		Occasion occasion = occasion(wanted);
		return occasion.suggest(occasion.optedOut() ? List.of() : occasion.history());
	}

	@Override
	public Suggestions similarToProduct(ProductId id, Wanted wanted) {
		return occasion(wanted).similar(Item.of(id));
	}

	@Override
	public Suggestions similarToFilm(VideoId id, Wanted wanted) {
		return occasion(wanted).similar(Item.of(id));
	}

	@Override
	public Suggestions forCart(Wanted wanted) {
		return occasion(wanted).forCart();
	}

	@Override
	public List<Shelf> becauseYouWatched(Wanted wanted) {
		Occasion occasion = occasion(wanted);
		return occasion.optedOut() ? List.of() : occasion.shelves();
	}

	private Occasion occasion(Wanted wanted) {
		Optional<AccountId> account = AccountId.ofCaller();
		boolean optedOut = account.map((it) -> this.people.optOut(it.value()).optedOut()).orElse(false);
		List<LikedItem> liked = (account.isPresent() && !optedOut) ? this.likes.of(account.get().value()) : List.of();
		return new Occasion(this.memory.known(), wanted, optedOut, liked,
				Instant.now().minus(this.settings.againAfter()));
	}

	@Override
	public OptOut optOut() {
		return this.people.optOut(caller().value());
	}

	@Override
	public OptOut optOut(boolean optedOut) {
		return this.people.choose(caller().value(), optedOut);
	}

	private static AccountId caller() {
		return AccountId.ofCaller().orElseThrow();
	}

	@Override
	public ModelState model() {
		return this.memory.known().state();
	}

}
