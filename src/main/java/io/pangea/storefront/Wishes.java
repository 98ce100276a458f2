package io.pangea.storefront;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pangea.playback.AgeLimit;
import io.pangea.playback.Playback;
import io.pangea.products.ProductId;
import io.pangea.recommendations.Item;
import io.pangea.recommendations.ItemKind;
import io.pangea.recommendations.Wanted;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What a page knows of its reader that recommendations should heed. */
@Component
class Wishes {

	private static final int LIMIT = 12;

	private final Shopper shopper;

	private final LookedAt lookedAt;

	private final Playback playback;

	private final Extras extras;

	Wishes(Shopper shopper, LookedAt lookedAt, Playback playback, Extras extras) {
		this.shopper = shopper;
		this.lookedAt = lookedAt;
		this.playback = playback;
		this.extras = extras;
	}

	/**
	 * @param kind of what; of everything if absent
	 */
	Wanted of(@Nullable ItemKind kind) {
		Set<ProductId> products = lookedAt(ItemKind.PRODUCT).map((it) -> new ProductId(it.id()))
			.collect(Collectors.toSet());
		Set<VideoId> films = lookedAt(ItemKind.FILM).map((it) -> new VideoId(it.id())).collect(Collectors.toSet());
		return new Wanted(kind, products, films, this.shopper.inCart(), maximumAge(), LIMIT);
	}

	private Stream<Item> lookedAt(ItemKind kind) {
		return this.lookedAt.items().stream().filter((it) -> it.kind() == kind);
	}

	/** While nobody says for whom an account is, it may be a child's. */
	private @Nullable Integer maximumAge() {
		if (!this.shopper.signedIn()) {
			return null;
		}
		Optional<AgeLimit> limit = this.extras.ask("playback", this.playback::ageLimit);
		return limit.isPresent() ? limit.get().maximumAge() : Integer.valueOf(0);
	}

}
