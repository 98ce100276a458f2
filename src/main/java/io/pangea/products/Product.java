package io.pangea.products;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Version;

/**
 * A product as it is shown. {@code available} is the number that can be bought now, null
 * when it never runs out; {@code version} counts the changes of its description and is
 * its ETag.
 */
public record Product(ProductId id, String slug, ProductDescription description, @Nullable Integer available,
		Instant updatedAt, @Version long version) {

	public boolean buyable() {
		return description.status() == ProductStatus.ACTIVE && (available == null || available > 0);
	}

}
