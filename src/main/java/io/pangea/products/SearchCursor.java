package io.pangea.products;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a search ended: the sort key and the id of its last product. Its text
 * carries a check sum over itself and the search, so that it serves no other.
 */
record SearchCursor(String key, UUID id) {

	private static final int CHECK = 12;

	static SearchCursor parse(String text, ProductSearch search) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			String[] parts = plain.split(":", 3);
			if (parts.length == 3) {
				SearchCursor cursor = new SearchCursor(parts[2], UUID.fromString(parts[1]));
				if (parts[0].equals(cursor.check(search))) {
					return cursor;
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below.
		}
		throw new InvalidField("cursor", "is not one of this search");
	}

	String text(ProductSearch search) {
		String plain = check(search) + ":" + this.id + ":" + this.key;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	private String check(ProductSearch search) {
		@Nullable Object[] all = { search.q(), search.category(), brands(search), search.minPrice(), search.maxPrice(),
				search.sort(), search.status(), this.id, this.key };
		byte[] hash = RequestKeys.sha256().digest(Arrays.toString(all).getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(hash).substring(0, CHECK);
	}

	private static Object brands(ProductSearch search) {
		return (search.brands() != null) ? new TreeSet<>(search.brands()) : Objects.toString(null);
	}

}
