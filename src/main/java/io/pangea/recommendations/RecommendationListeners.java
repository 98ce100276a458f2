package io.pangea.recommendations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountDeleted;
import io.pangea.orders.OrderConfirmed;
import io.pangea.orders.OrderLine;
import io.pangea.playback.PlaybackFinished;
import io.pangea.products.ProductListed;
import io.pangea.products.ProductWithdrawn;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoPublished;
import io.pangea.videos.VideoWithdrawn;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what there is, and who likes what. */
@Component
class RecommendationListeners {

	private final ItemRows items;

	private final Likes likes;

	private final People people;

	RecommendationListeners(ItemRows items, Likes likes, People people) {
		this.items = items;
		this.likes = likes;
		this.people = people;
	}

	/** In the order of its lines, as if bought one after the other. */
	@ApplicationModuleListener(id = "recommendations.order-confirmed")
	void on(OrderConfirmed event) {
		List<Like> bought = new ArrayList<>();
		for (OrderLine line : event.lines()) {
			Instant at = event.occurredAt().plus(bought.size(), ChronoUnit.MICROS);
			bought.add(new Like(Item.of(line.productId()), Like.How.BOUGHT, !line.physical(), at));
			filmOf(line).ifPresent((film) -> bought.add(new Like(film, Like.How.BOUGHT, true, at)));
		}
		UUID person = (event.buyer() != null) ? event.buyer().value() : event.orderId().value();
		this.likes.add(person, event.buyer() != null, bought);
	}

	/**
	 * A line may sell something else than a film by that field, such as a subscription.
	 */
	private static Optional<Item> filmOf(OrderLine line) {
		return Optional.ofNullable(line.filmId()).flatMap(VideoId::parse).map(Item::of);
	}

	/** Who watched half of a film, or came to its end, likes it. */
	@ApplicationModuleListener(id = "recommendations.playback-finished")
	void on(PlaybackFinished event) {
		boolean half = 2L * event.watched() >= event.seconds();
		boolean end = 20L * event.furthest() >= 19L * event.seconds();
		if (event.viewer() != null && (half || end)) {
			this.likes.add(event.viewer().value(), true,
					List.of(new Like(Item.of(event.videoId()), Like.How.WATCHED, true, event.occurredAt())));
		}
	}

	@ApplicationModuleListener(id = "recommendations.video-published")
	void on(VideoPublished event) {
		this.items.show(Item.of(event.videoId()), event.version(), event.minimumAge(), event.genres());
	}

	@ApplicationModuleListener(id = "recommendations.video-withdrawn")
	void on(VideoWithdrawn event) {
		this.items.hide(Item.of(event.videoId()), event.version());
	}

	@ApplicationModuleListener(id = "recommendations.product-listed")
	void on(ProductListed event) {
		this.items.show(Item.of(event.productId()), micros(event.occurredAt()), 0, List.of());
	}

	@ApplicationModuleListener(id = "recommendations.product-withdrawn")
	void on(ProductWithdrawn event) {
		this.items.hide(Item.of(event.productId()), micros(event.occurredAt()));
	}

	@ApplicationModuleListener(id = "recommendations.erase-account")
	void on(AccountDeleted event) {
		this.people.choose(event.account().value(), true);
	}

	private static long micros(Instant instant) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
	}

}
