package io.pangea.recommendations;

import java.util.Set;

import io.pangea.products.ProductId;
import io.pangea.videos.VideoId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What kind of recommendations is wanted; everything may be left out.
 *
 * @param kind of what; of everything if absent
 * @param seenProducts what was looked at in this visit, which need not be told
 * @param seenFilms as {@code seenProducts}
 * @param inCart what need not be recommended since it is about to be bought
 * @param maximumAge films for older people are left out; if absent, nobody knows how old
 * the viewer is and those for adults are
 * @param limit 1 to 50, 12 if absent
 */
public record Wanted(@Nullable ItemKind kind, @Size(max = 50) @Nullable Set<ProductId> seenProducts,
		@Size(max = 50) @Nullable Set<VideoId> seenFilms, @Size(max = 200) @Nullable Set<ProductId> inCart,
		@PositiveOrZero @Nullable Integer maximumAge, @Min(1) @Max(50) @Nullable Integer limit) {

}
