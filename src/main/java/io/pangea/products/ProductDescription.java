package io.pangea.products;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param sku stock keeping unit, unique; upper and lower case differ
 * @param category slug of the category it stands in
 * @param price above zero
 * @param images URLs, the first is the main one
 * @param attributes name to value, in the order shown
 * @param translations BCP 47 language tag to words in that language; the words above are
 * the fallback
 * @param filmId the film this sells, by its id, or anything else that can be watched,
 * opaque here; digital items only
 */
public record ProductDescription(@NotBlank @Size(max = 64) @Pattern(regexp = SKU) String sku,
		@NotBlank @Size(max = 200) String name, @NotNull @Size(max = 10_000) String description,
		@NotBlank String category, @Size(max = 80) @Nullable String brand, @NotNull ProductKind kind,
		@NotNull @AboveZero Money price,
		@Size(max = 20) List<@NotBlank @Size(max = 500) @Pattern(regexp = "(/|https?://).*") String> images,
		@Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 300) String> attributes,
		@Size(max = 20) Map<@NotBlank @Size(max = 35) String, @NotNull @Valid Words> translations,
		@Size(max = 100) @Nullable String filmId, @NotNull ProductStatus status) {

	static final String SKU = "[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9._-])?";

	public ProductDescription {
		images = (images != null) ? Collections.unmodifiableList(new ArrayList<>(images)) : List.of();
		attributes = (attributes != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(attributes)) : Map.of();
		translations = (translations != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(translations))
				: Map.of();
	}

	/** The same, with another status. */
	ProductDescription with(ProductStatus other) {
		return new ProductDescription(sku, name, description, category, brand, kind, price, images, attributes,
				translations, filmId, other);
	}

	/** Name and description in one language. */
	public record Words(@NotBlank @Size(max = 200) String name, @NotNull @Size(max = 10_000) String description) {

	}

}
