package io.pangea.products;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A node of the category tree. {@code names} holds the name by BCP 47 language tag, where
 * translated.
 */
public record Category(@NotBlank @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String slug,
		@NotBlank @Size(max = 120) String name, @Nullable String parent, int position,
		@Size(max = 20) Map<@NotBlank @Size(max = 35) String, @NotBlank @Size(max = 120) String> names) {

	public Category {
		names = (names != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(names)) : Map.of();
	}

}
