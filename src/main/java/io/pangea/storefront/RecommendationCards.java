package io.pangea.storefront;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.pangea.products.Product;
import io.pangea.products.ProductId;
import io.pangea.recommendations.Item;
import io.pangea.recommendations.ItemKind;
import io.pangea.recommendations.Suggestion;
import io.pangea.storefront.RecommendationRow.Card;
import io.pangea.storefront.RecommendationRow.Draft;
import io.pangea.videos.Video;
import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks up what the cards of all rows of a page show, once for goods and once for films.
 */
@Component
class RecommendationCards {

	private final Shelf goods;

	private final FilmShelf films;

	RecommendationCards(Shelf goods, FilmShelf films) {
		this.goods = goods;
		this.films = films;
	}

	/** Without what cannot be had, and each item in the first row that has it. */
	List<RecommendationRow> fill(List<Draft> drafts) {
		List<Item> items = drafts.stream()
			.flatMap((draft) -> draft.items().stream())
			.flatMap((it) -> Stream.of(it.item(), it.reason().about()))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		Map<ProductId, Product> products = this.goods
			.lookup(of(ItemKind.PRODUCT, items).map((it) -> new ProductId(it.id())));
		Map<VideoId, Video> videos = this.films
			.lookup(Stream.concat(of(ItemKind.FILM, items).map((it) -> new VideoId(it.id())),
					drafts.stream().map(Draft::film).filter(Objects::nonNull)));
		return new Filling(products, videos, new HashSet<>()).rows(drafts);
	}

	private static Stream<Item> of(ItemKind kind, List<Item> items) {
		return items.stream().filter((it) -> it.kind() == kind);
	}

	private record Filling(Map<ProductId, Product> products, Map<VideoId, Video> films, Set<Item> shown) {

		List<RecommendationRow> rows(List<Draft> drafts) {
			return drafts.stream()
				.filter((draft) -> draft.film() == null || this.films.containsKey(draft.film()))
				.map((draft) -> new RecommendationRow(draft.name(), draft.placement(),
						(draft.film() != null) ? this.films.get(draft.film()) : null,
						draft.items().stream().flatMap(this::card).toList()))
				.filter((row) -> !row.cards().isEmpty())
				.toList();
		}

		private Stream<Card> card(Suggestion suggestion) {
			Product product = product(suggestion.item());
			Video film = film(suggestion.item());
			boolean there = (product != null) ? product.buyable() : film != null;
			if (!there || !this.shown.add(suggestion.item())) {
				return Stream.empty();
			}
			Item about = suggestion.reason().about();
			return Stream.of(Card.of(suggestion.reason(), product, film, product(about), film(about)));
		}

		private @Nullable Product product(@Nullable Item item) {
			return (item != null && item.kind() == ItemKind.PRODUCT) ? this.products.get(new ProductId(item.id()))
					: null;
		}

		private @Nullable Video film(@Nullable Item item) {
			return (item != null && item.kind() == ItemKind.FILM) ? this.films.get(new VideoId(item.id())) : null;
		}

	}

}
