package io.pangea.products;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A node of the category tree. {@code names} holds the name by BCP 47 language tag, where
 * translated.
 */
public record Category(String slug, String name, @Nullable String parent, int position, Map<String, String> names) {

}
