package io.pangea.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.pangea.papers.Papers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes that landed: a file for each, with instances as examples, one at least for
 * every state the shape was ever in.
 */
final class Archive {

	static final Path DIRECTORY = Path.of("src/test/resources/archive");

	/** Who is concerned by changes, noted here to be known also of what is gone. */
	private static final String CONCERNED = "x-concerns";

	private static final String EXAMPLES = "examples";

	private Archive() {
	}

	/** By file, as far as the directory is there. */
	static Map<Path, ObjectNode> landed() {
		Map<Path, ObjectNode> landed = new TreeMap<>();
		if (Files.exists(DIRECTORY)) {
			try (Stream<Path> files = Files.walk(DIRECTORY)) {
				files.filter((file) -> file.toString().endsWith(".json"))
					.forEach((file) -> landed.put(DIRECTORY.relativize(file),
							(ObjectNode) Wire.JSON.readTree(Papers.read(file))));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return landed;
	}

	/** What a change broke, and for whom; nothing when it only extends. */
	static Optional<String> broken(Path file, ObjectNode landed, @Nullable Shape now) {
		List<String> breaks = breaks(file, landed, now);
		if (breaks.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of("%s of %s: %s. This breaks %s".formatted(landed.path("title").asString(), file.getName(0),
				String.join("; ", breaks), String.join(", ", concerned(landed, now))));
	}

	private static List<String> breaks(Path file, ObjectNode landed, @Nullable Shape now) {
		if (now == null) {
			return landed.path("deprecated").asBoolean(false) ? List.of() : List.of("it is gone");
		}
		return isOperation(file) ? Breaks.ofExchange(landed, now.schema()) : Breaks.of(landed, now.schema(), Way.SAID);
	}

	private static boolean isOperation(Path file) {
		return file.getName(1).toString().equals("operations");
	}

	private static List<String> concerned(ObjectNode landed, @Nullable Shape now) {
		return Stream
			.concat(landed.path(CONCERNED).valueStream().map(JsonNode::asString),
					(now != null) ? now.concerned().stream() : Stream.empty())
			.distinct()
			.toList();
	}

	/**
	 * A shape that breaks nothing, with the instances that landed and perhaps one more.
	 */
	static ObjectNode extended(@Nullable ObjectNode landed, Shape now) {
		ObjectNode schema = now.schema().deepCopy();
		now.concerned().forEach(schema.putArray(CONCERNED)::add);
		if (landed != null && landed.has("deprecated")) {
			schema.set("deprecated", landed.get("deprecated"));
		}
		now.instances().forEach((at, instance) -> {
			JsonNode before = (landed != null) ? landed.at(at) : Wire.JSON.missingNode();
			ArrayNode examples = Wire.JSON.createArrayNode();
			before.path(EXAMPLES).forEach(examples::add);
			// Read like the one before: a number is of another type until it was written.
			if (!bare(before).equals(Wire.JSON.readTree(bare(schema.at(at)).toString()))) {
				JsonNode sample = instance.sample().apply((now.file() + at).hashCode() + examples.size());
				examples.add(Least.one(schema.at(at), sample));
			}
			((ObjectNode) schema.at(at)).set(EXAMPLES, examples);
		});
		return schema;
	}

	private static JsonNode bare(JsonNode schema) {
		return (schema instanceof ObjectNode object)
				? object.deepCopy().without(List.of(EXAMPLES, CONCERNED, "deprecated")) : schema;
	}

	/** The instances that landed at a place of a schema. */
	static Stream<JsonNode> instances(ObjectNode landed, String at) {
		return landed.at(at).path(EXAMPLES).valueStream();
	}

}
