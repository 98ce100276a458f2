package io.pangea.archive;

import java.lang.reflect.Type;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import io.pangea.laws.Samples;
import tools.jackson.databind.JsonNode;

/**
 * How instances of a schema are made, and read by today's code.
 *
 * @param sample makes one, by a seed
 * @param reread reads one and writes it again
 */
record Instance(IntFunction<JsonNode> sample, UnaryOperator<JsonNode> reread) {

	static Instance of(Type type) {
		return new Instance((seed) -> json(Samples.of(type, seed)),
				(json) -> json(Wire.JSON.readValue(Wire.JSON.writeValueAsString(json), Wire.JSON.constructType(type))));
	}

	/** As it comes out of text, in which numbers are of no particular type. */
	static JsonNode json(Object value) {
		return Wire.JSON.readTree(Wire.JSON.writeValueAsString(value));
	}

}
