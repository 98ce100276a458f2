package io.pangea.papers;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("papers")
class ProblemCatalogueTests {

	private static final Path PLATFORM = Path.of("src/main/java/io/pangea/platform");

	/** Where the platform names a problem: as a whole type, or by its last word. */
	private static final Pattern NAME = Pattern.compile("urn:pangea:problem:([a-z-]+)\"");

	@Test
	void listsEveryProblem() {
		Papers.keep(Map.of(Path.of("docs", "problems.md"), ProblemCatalogue.markdown()));
	}

	@Test
	void knowsTheProblemsOfThePlatform() {
		Stream<String> named = NAME.matcher(Papers.read(PLATFORM.resolve("problems/Problems.java")))
			.results()
			.map((match) -> match.group(1));
		assertThat(named).containsExactlyInAnyOrderElementsOf(
				ProblemCatalogue.GENERAL.stream().map(ProblemCatalogue.General::name).toList());
	}

}
