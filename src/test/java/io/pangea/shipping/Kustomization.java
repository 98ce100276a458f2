package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code kubectl kustomize} makes of a directory, as far as ours go: resources,
 * components and strategic merge patches. Anything else is refused. Where {@code kubectl}
 * is there, a test compares the two.
 */
final class Kustomization {

	private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "resources", "components", "patches");

	/** By which lists of objects are merged; other lists are replaced. */
	private static final Map<String, String> MERGE_KEYS = Map.of("containers", "name", "env", "name", "volumes", "name",
			"ports", "containerPort", "volumeMounts", "mountPath");

	private Kustomization() {
	}

	static List<Map<String, Object>> render(Path directory) {
		List<Map<String, Object>> objects = new ArrayList<>();
		apply(directory, objects);
		return objects;
	}

	private static void apply(Path directory, List<Map<String, Object>> objects) {
		Map<String, Object> declared = load(directory.resolve("kustomization.yaml")).getFirst();
		if (!KNOWN.containsAll(declared.keySet())) {
			throw new IllegalArgumentException("%s has more than %s".formatted(directory, KNOWN));
		}
		for (Object resource : list(declared.get("resources"))) {
			Path path = directory.resolve(resource.toString()).normalize();
			objects.addAll(Files.isDirectory(path) ? render(path) : load(path));
		}
		for (Object component : list(declared.get("components"))) {
			apply(directory.resolve(component.toString()).normalize(), objects);
		}
		for (Object patch : list(declared.get("patches"))) {
			patch(directory, ComposeFiles.map(patch), objects);
		}
	}

	private static void patch(Path directory, Map<String, Object> declared, List<Map<String, Object>> objects) {
		Map<String, Object> patch = load(directory.resolve(String.valueOf(declared.get("path")))).getFirst();
		Object target = declared.get("target");
		if (target != null && !target.equals(Map.of("kind", "Deployment"))) {
			throw new IllegalArgumentException("Targets are all deployments, or else one object: " + target);
		}
		List<Map<String, Object>> hit = objects.stream()
			.filter((object) -> Objects.equals(object.get("kind"), patch.get("kind"))
					&& (target != null || name(object).equals(name(patch))))
			.toList();
		if (hit.isEmpty()) {
			throw new IllegalArgumentException("Nothing to patch by " + declared);
		}
		hit.forEach((object) -> {
			String name = name(object);
			object.putAll(merge(object, patch));
			Map<String, Object> metadata = ComposeFiles.map(object.get("metadata"));
			metadata.put("name", name);
			object.put("metadata", metadata);
		});
	}

	static String name(Map<String, Object> object) {
		return String.valueOf(ComposeFiles.map(object.get("metadata")).get("name"));
	}

	private static Map<String, Object> merge(Map<String, Object> some, Map<String, Object> more) {
		Map<String, Object> merged = new LinkedHashMap<>(some);
		more.forEach((field, value) -> merged.merge(field, value, (one, other) -> merge(field, one, other)));
		return merged;
	}

	private static Object merge(String field, Object some, Object more) {
		if (some instanceof Map && more instanceof Map) {
			return merge(ComposeFiles.map(some), ComposeFiles.map(more));
		}
		String key = MERGE_KEYS.get(field);
		if (key == null || !(some instanceof List)) {
			return more;
		}
		Map<Object, Object> merged = new LinkedHashMap<>();
		// What a patch adds comes first.
		list(more).forEach((item) -> merged.put(ComposeFiles.map(item).get(key), item));
		list(some).forEach((item) -> merged.merge(ComposeFiles.map(item).get(key), item,
				(patch, base) -> merge(ComposeFiles.map(base), ComposeFiles.map(patch))));
		return new ArrayList<>(merged.values());
	}

	private static List<?> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list : List.of();
	}

	/** The objects of a file, one per document. */
	static List<Map<String, Object>> load(Path file) {
		try {
			return load(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Map<String, Object>> load(String text) {
		return StreamSupport
			.stream(new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).spliterator(), false)
			.map(ComposeFiles::map)
			.toList();
	}

}
