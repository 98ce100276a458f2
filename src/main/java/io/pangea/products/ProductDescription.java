package io.pangea.products;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What staff say of a product.
 *
 * @param sku stock keeping unit, unique
 * @param category slug of the category it stands in
 * @param price above zero
 * @param images URLs, the first is the main one
 * @param attributes name to value, in the order shown
 * @param translations BCP 47 language tag to words in that language; the words above are
 * the fallback
 * @param filmId the film this sells, opaque here; digital items only
 */
public record ProductDescription(@NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*") String sku,
		@NotBlank @Size(max = 200) String name, @NotNull @Size(max = 10_000) String description,
		@NotBlank String category, @Size(max = 80) @Nullable String brand, @NotNull ProductKind kind,
		@NotNull Money price, List<@NotBlank @Size(max = 500) String> images,
		Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 300) String> attributes,
		Map<@NotBlank String, @Valid Words> translations, @Nullable String filmId, @NotNull ProductStatus status) {

	/** Name and description in one language. */
	public record Words(@NotBlank @Size(max = 200) String name, @NotNull @Size(max = 10_000) String description) {

	}

}
