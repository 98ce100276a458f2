package io.pangea.archive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** JSON as people like to read it: what is short stands on one line. */
final class Page {

	private static final int WIDTH = 120;

	private Page() {
	}

	static String of(JsonNode json) {
		return text(json, "") + "\n";
	}

	private static String text(JsonNode json, String indent) {
		String line = line(json);
		if (!json.isContainer() || json.isEmpty() || (line.length() + indent.length() <= WIDTH && !indent.isEmpty())) {
			return line;
		}
		String inner = indent + "  ";
		Stream<String> members = json.isObject()
				? json.propertyStream().map((it) -> quoted(it.getKey()) + ": " + text(it.getValue(), inner))
				: json.valueStream().map((it) -> text(it, inner));
		return members.map(inner::concat)
			.collect(Collectors.joining(",\n", json.isObject() ? "{\n" : "[\n",
					"\n" + indent + (json.isObject() ? "}" : "]")));
	}

	private static String line(JsonNode json) {
		if (json.isObject() && !json.isEmpty()) {
			return json.propertyStream()
				.map((it) -> quoted(it.getKey()) + ": " + line(it.getValue()))
				.collect(Collectors.joining(", ", "{ ", " }"));
		}
		if (json.isArray()) {
			List<String> values = json.valueStream().map(Page::line).toList();
			return "[" + String.join(", ", values) + "]";
		}
		return json.toString();
	}

	private static String quoted(String name) {
		return Wire.JSON.writeValueAsString(name);
	}

}
