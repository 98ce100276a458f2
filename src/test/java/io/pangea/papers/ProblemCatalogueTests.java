package io.pangea.papers;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("papers")
class ProblemCatalogueTests {

	private static final Path PLATFORM = Path.of("src/main/java/io/pangea/platform");

	/** Where the platform names a problem: as a whole type, or by its last word. */
	private static final Pattern NAME = Pattern
		.compile("urn:pangea:problem:([a-z-]+)\"|write\\(response, HttpStatus\\.\\w+, \"([a-z-]+)\"");

	@Test
	void listsEveryProblem() {
		Papers.keep(Map.of(Path.of("docs", "problems.md"), ProblemCatalogue.markdown()));
	}

	@Test
	void knowsTheProblemsOfThePlatform() {
		Stream<String> named = Stream.of("problems/ProblemHandler.java", "identity/ApiProblems.java")
			.map((file) -> Papers.read(PLATFORM.resolve(file)))
			.flatMap((source) -> NAME.matcher(source).results())
			.map(ProblemCatalogueTests::name);
		assertThat(named).containsExactlyInAnyOrderElementsOf(
				ProblemCatalogue.GENERAL.stream().map(ProblemCatalogue.General::name).toList());
	}

	private static String name(MatchResult match) {
		return (match.group(1) != null) ? match.group(1) : match.group(2);
	}

}
