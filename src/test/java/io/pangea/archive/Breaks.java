package io.pangea.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What breaks between a shape that landed and the one there is now, as sentences. The
 * rules and their reasons are those of ADR 0032.
 */
final class Breaks {

	/** Ways of saying what sort of value it is, any other of which is another sort. */
	private static final List<String> SORT = List.of("type", "format", "const");

	private static final List<String> LEAST = List.of("minimum", "minLength", "minItems", "minProperties");

	private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems", "maxProperties");

	/** Parts of an exchange that are there as soon as anything in them is. */
	private static final Set<String> NAMED = Set.of("query", "headers", "parts");

	private static final Set<String> ASKED = Set.of("path", "body");

	private final List<String> found = new ArrayList<>();

	private Breaks() {
	}

	static List<String> of(JsonNode landed, JsonNode now, Way way) {
		Breaks breaks = new Breaks();
		breaks.compare("", landed, now, way);
		return breaks.found;
	}

	/** Between two exchanges, parts of which go one way and parts the other. */
	static List<String> ofExchange(JsonNode landed, JsonNode now) {
		Breaks breaks = new Breaks();
		Stream.of(landed, now)
			.flatMap((exchange) -> exchange.path("properties").propertyStream())
			.map((section) -> section.getKey())
			.distinct()
			.forEach((section) -> {
				if (NAMED.contains(section)) {
					breaks.members(section, landed.path("properties").path(section),
							now.path("properties").path(section), Way.ASKED);
				}
				else {
					breaks.member("", section, landed, now, ASKED.contains(section) ? Way.ASKED : Way.SAID);
				}
			});
		return breaks.found;
	}

	private void compare(String at, JsonNode landed, JsonNode now, Way way) {
		String before = sort(landed);
		String after = sort(now);
		if (!before.equals(after)) {
			this.found.add("%s was %s and is %s".formatted(named(at), before, after));
			return;
		}
		members(at, landed, now, way);
		compareConstants(at, landed, now, way);
		if (way == Way.ASKED) {
			compareChecks(at, landed, now);
		}
		if (landed.has("items")) {
			compare(at + "[]", landed.path("items"), now.path("items"), way);
		}
		if (landed.has("additionalProperties")) {
			compare(at + "{}", landed.path("additionalProperties"), now.path("additionalProperties"), way);
		}
		for (int i = 0; i < landed.path("prefixItems").size(); i++) {
			compare(at + "[" + i + "]", landed.path("prefixItems").path(i), now.path("prefixItems").path(i), way);
		}
	}

	private void members(String at, JsonNode landed, JsonNode now, Way way) {
		Stream.of(landed, now)
			.flatMap((schema) -> schema.path("properties").propertyStream())
			.map((property) -> property.getKey())
			.distinct()
			.forEach((name) -> member(at, name, landed, now, way));
	}

	private void member(String parent, String name, JsonNode landed, JsonNode now, Way way) {
		String at = parent.isEmpty() ? name : parent + "." + name;
		JsonNode before = landed.path("properties").path(name);
		JsonNode after = now.path("properties").path(name);
		boolean wasRequired = texts(landed.path("required")).contains(name);
		boolean isRequired = texts(now.path("required")).contains(name);
		if (after.isMissingNode()) {
			this.found.add(at + " is gone");
			return;
		}
		if (wasRequired && !isRequired && way == Way.SAID) {
			this.found.add(at + " was always there and may now be missing");
		}
		if (!wasRequired && isRequired) {
			String was = before.isMissingNode() ? "is new" : "could be left out";
			this.found.add(at + " " + was + ((way == Way.ASKED) ? " and is now required, which callers do not know"
					: " and is now counted on, which older builds do not keep"));
		}
		if (!before.isMissingNode()) {
			compare(at, before, after, way);
		}
	}

	private void compareConstants(String at, JsonNode landed, JsonNode now, Way way) {
		Set<String> gone = new TreeSet<>(texts(landed.path("enum")));
		gone.removeAll(texts(now.path("enum")));
		if (!gone.isEmpty()) {
			this.found.add("%s can no longer be %s".formatted(named(at), String.join(", ", gone)));
		}
		Set<String> added = new TreeSet<>(texts(now.path("enum")));
		added.removeAll(texts(landed.path("enum")));
		if (!added.isEmpty() && way == Way.SAID) {
			this.found
				.add("%s can now be %s, which readers do not know".formatted(named(at), String.join(", ", added)));
		}
	}

	private void compareChecks(String at, JsonNode landed, JsonNode now) {
		for (String bound : LEAST) {
			if (now.has(bound) && now.path(bound).asLong() > landed.path(bound).asLong(Long.MIN_VALUE)) {
				tighter(at, bound, landed, now);
			}
		}
		for (String bound : MOST) {
			if (now.has(bound) && now.path(bound).asLong() < landed.path(bound).asLong(Long.MAX_VALUE)) {
				tighter(at, bound, landed, now);
			}
		}
		if (now.has("pattern") && !now.path("pattern").equals(landed.path("pattern"))) {
			tighter(at, "pattern", landed, now);
		}
		if (!texts(landed.path(Checks.OTHERS)).containsAll(texts(now.path(Checks.OTHERS)))) {
			tighter(at, Checks.OTHERS, landed, now);
		}
	}

	private void tighter(String at, String check, JsonNode landed, JsonNode now) {
		this.found.add("%s has to keep to %s %s%s".formatted(named(at), check, now.path(check),
				landed.has(check) ? " instead of " + landed.path(check) : ""));
	}

	private static String sort(JsonNode schema) {
		String sort = SORT.stream()
			.filter(schema::has)
			.map((keyword) -> schema.path(keyword).asString())
			.collect(Collectors.joining(" "));
		return sort + (schema.has("enum") ? " out of some" : "")
				+ (schema.has("additionalProperties") ? " of any names" : "");
	}

	private static String named(String at) {
		return at.isEmpty() ? "it" : at;
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
