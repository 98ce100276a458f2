package io.pangea.archive;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An instance beside what its schema says of it. */
final class Least {

	private Least() {
	}

	/** The instance without anything that may be missing. */
	static JsonNode of(JsonNode schema, JsonNode json) {
		if (json instanceof ObjectNode object && schema.has("properties")) {
			List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
			ObjectNode least = object.objectNode();
			object.propertyStream()
				.filter((it) -> required.contains(it.getKey()))
				.forEach(
						(it) -> least.set(it.getKey(), of(schema.path("properties").path(it.getKey()), it.getValue())));
			return least;
		}
		if (json instanceof ArrayNode array) {
			ArrayNode least = array.arrayNode();
			array.forEach((it) -> least.add(of(schema.path("items"), it)));
			return least;
		}
		return json;
	}

	/** The instance with one of each that there are many of, for people to read. */
	static JsonNode one(JsonNode schema, JsonNode json) {
		if (json instanceof ArrayNode array) {
			ArrayNode one = array.arrayNode();
			array.valueStream().limit(1).forEach((it) -> one.add(one(schema.path("items"), it)));
			return one;
		}
		if (json instanceof ObjectNode object) {
			boolean map = schema.has("additionalProperties");
			ObjectNode one = object.objectNode();
			object.propertyStream()
				.limit(map ? 1 : Long.MAX_VALUE)
				.forEach((it) -> one.set(it.getKey(),
						one(map ? schema.path("additionalProperties") : schema.path("properties").path(it.getKey()),
								it.getValue())));
			return one;
		}
		return json;
	}

	/** What is in the instance and not in the schema. */
	static List<String> unsaid(JsonNode schema, JsonNode json) {
		if (json.isObject() && schema.has("properties")) {
			JsonNode said = schema.path("properties");
			return json.propertyStream()
				.flatMap((it) -> said.has(it.getKey()) ? unsaid(said.path(it.getKey()), it.getValue()).stream()
						: Stream.of(it.getKey()))
				.toList();
		}
		return json.valueStream().flatMap((it) -> unsaid(schema.path("items"), it).stream()).toList();
	}

}
