package io.pangea.backoffice;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackofficeTextsTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern KEY = Pattern.compile("#\\{(backoffice\\.[\\w.-]*)[}(]");

	@Test
	void sayTheSameInBothLanguages() throws IOException {
		assertThat(texts("backoffice_pt_BR.properties").keySet()).isEqualTo(texts("backoffice.properties").keySet());
	}

	@Test
	void holdEveryTextOfThePages() throws IOException {
		List<String> used;
		try (Stream<Path> pages = Files.list(RESOURCES.resolve("templates/backoffice"))) {
			used = pages.toList()
				.stream()
				.flatMap((page) -> KEY.matcher(read(page)).results())
				.map((MatchResult key) -> key.group(1))
				.toList();
		}
		assertThat(used).hasSizeGreaterThan(80);
		assertThat(texts("backoffice.properties").stringPropertyNames()).containsAll(used);
	}

	@Test
	void useNoStraightApostrophes() throws IOException {
		for (String bundle : List.of("backoffice.properties", "backoffice_pt_BR.properties")) {
			assertThat(texts(bundle).values()).noneMatch((text) -> text.toString().contains("'"));
		}
	}

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Properties texts(String bundle) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle))) {
			texts.load(reader);
		}
		return texts;
	}

}
