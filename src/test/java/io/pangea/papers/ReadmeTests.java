package io.pangea.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)|(?:src|href)=\"([^\"#]+)\"");

	private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) {
		Stream<Path> targets = LINK.matcher(CODE.matcher(Papers.read(page)).replaceAll(""))
			.results()
			.map((link) -> (link.group(1) != null) ? link.group(1) : link.group(2))
			.filter((link) -> !link.startsWith("http"))
			.map(page::resolveSibling);
		assertThat(targets).allSatisfy((target) -> assertThat(target).exists());
	}

	@Test
	void bothLanguagesShowTheSameCode() {
		assertThat(code(Path.of("README.pt-BR.md"))).isEqualTo(code(Path.of("README.md"))).isNotEmpty();
	}

	private static List<String> code(Path page) {
		return CODE.matcher(Papers.read(page)).results().map(MatchResult::group).toList();
	}

	static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"));
				Stream<Path> diagrams = Files.list(Path.of("modules-diagram"))) {
			return Stream
				.of(Stream.of(Path.of("README.md"), Path.of("README.pt-BR.md"), Path.of("docker/README.md")), docs,
						diagrams)
				.flatMap((pages) -> pages)
				.filter((page) -> page.toString().endsWith(".md"))
				.toList();
		}
	}

}
