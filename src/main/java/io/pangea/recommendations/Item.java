package io.pangea.recommendations;

import java.util.UUID;

import io.pangea.products.ProductId;
import io.pangea.videos.VideoId;
import jakarta.validation.constraints.NotNull;

/**
 * Something that can be bought or watched.
 *
 * @param id a {@link ProductId} or a {@link VideoId}, as the kind says
 */
public record Item(@NotNull ItemKind kind, @NotNull UUID id) {

	public static Item of(ProductId id) {
		return new Item(ItemKind.PRODUCT, id.value());
	}

	public static Item of(VideoId id) {
		return new Item(ItemKind.FILM, id.value());
	}

}
