package io.pangea.videos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Keeps what came with a value from being changed; nothing becomes none. */
final class Lists {

	private Lists() {
	}

	/** Lets null elements pass: they are for the validation to find. */
	static <T> List<T> copy(@Nullable List<T> list) {
		return (list != null) ? Collections.unmodifiableList(new ArrayList<>(list)) : List.of();
	}

	static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
		return (map != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(map)) : Map.of();
	}

}
