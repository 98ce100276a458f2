package io.pangea.papers;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.pangea.platform.Modules;
import io.pangea.platform.problems.DomainProblems;
import io.pangea.platform.problems.DomainProblems.Field;
import io.pangea.platform.problems.DomainProblems.Kind;
import tools.jackson.databind.json.JsonMapper;

/** The page that lists every problem the API answers with. */
final class ProblemCatalogue {

	/** A problem of no module. */
	record General(String name, int status, String when, String fields) {

	}

	static final List<General> GENERAL = List.of(
			new General("invalid", 400, "A field, parameter or header is missing or not valid.",
					"`errors`: a list of `field` and `message`"),
			new General("unreadable", 400, "The body is missing or is not well-formed JSON.", ""),
			new General("unauthenticated", 401, "The call needs a valid access token.", ""),
			new General("forbidden", 403, "The caller may not do this.", ""),
			new General("concurrent-change", 409,
					"Somebody else changed this at the same moment; read it again and repeat.", ""),
			new General("unavailable", 503,
					"A module cannot be reached right now, takes too long to answer, or cannot reach its database; try again in a moment, as `Retry-After` says.",
					"`module`: its name"),
			new General("internal", 500, "Something went wrong on the server, whose log says what.", ""));

	private static final String HEAD = """
			# Problems

			Every error of the API is a problem detail ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457),
			`application/problem+json`) with `type`, `title`, `status`, `detail`, `instance` and the fields named here.
			Programs tell problems apart by `type`; `detail` is for people and may change. Why it is so:
			[ADR 0005](adr/0005-errors-travel-as-problem-details.md). This page is written from the code.

			## Of no module

			What HTTP itself says, such as an unknown address (404) or method (405), has the type `about:blank`.

			""";

	private static final String COLUMNS = """
			| type | status | when | fields |
			|---|---|---|---|
			""";

	private ProblemCatalogue() {
	}

	static String markdown() {
		String general = GENERAL.stream()
			.map((problem) -> row(problem.name(), problem.status(), problem.when(), problem.fields()))
			.collect(Collectors.joining());
		return HEAD + COLUMNS + general
				+ new DomainProblems(new Modules("io.pangea"), JsonMapper.shared()).kinds()
					.stream()
					.collect(Collectors.groupingBy(ProblemCatalogue::module, TreeMap::new,
							Collectors.mapping(ProblemCatalogue::row, Collectors.joining())))
					.entrySet()
					.stream()
					.map((module) -> "\n## Of %s\n\n%s%s".formatted(module.getKey(), COLUMNS, module.getValue()))
					.collect(Collectors.joining());
	}

	private static String module(Kind kind) {
		return kind.type().toString().split(":", -1)[3];
	}

	private static String row(Kind kind) {
		String fields = kind.fields().stream().map(ProblemCatalogue::field).collect(Collectors.joining(", "));
		return row(kind.type().toString().replaceFirst("urn:pangea:problem:", ""), kind.status().value(),
				Papers.sentence(kind.exception().getName()), fields);
	}

	private static String field(Field field) {
		return "`%s` (%s)".formatted(field.name(), field.type().getTypeName().replaceAll("[\\w.]+\\.", ""));
	}

	private static String row(String name, int status, String when, String fields) {
		return "| `urn:pangea:problem:%s` | %d | %s | %s |\n".formatted(name, status, when, fields);
	}

}
