package io.pangea.storefront;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pangea.recommendations.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MessageBundlesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern WHOLE_KEY = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[}(]");

	private static final Pattern KEY_WITH_VARIABLE = Pattern.compile("#\\{\\|([\\w.-]+)\\$\\{");

	@Test
	void haveTheSameKeys() throws IOException {
		assertThat(keys("messages_pt_BR.properties")).isEqualTo(keys("messages.properties"));
	}

	@Test
	void holdEveryTextOfThePages() throws IOException {
		Set<String> used = new TreeSet<>();
		Set<String> prefixes = new TreeSet<>();
		for (String template : templates()) {
			collect(WHOLE_KEY, template, used);
			collect(KEY_WITH_VARIABLE, template, prefixes);
		}
		assertThat(used).hasSizeGreaterThan(100);
		assertThat(keys("messages.properties")).containsAll(used);
		assertThat(prefixes).isNotEmpty()
			.allSatisfy((prefix) -> assertThat(keys("messages.properties"))
				.anySatisfy((key) -> assertThat(key).startsWith(prefix)));
	}

	@ParameterizedTest
	@EnumSource(Reason.Code.class)
	void haveWordsForEveryReason(Reason.Code code) throws IOException {
		assertThat(keys("messages.properties")).contains("reason." + code, "reason." + code + ".plain");
	}

	/** Numbers, units and sizes read the same in both languages. */
	@Test
	void translateWhatTheDemoGoodsSayOfThemselves() throws IOException {
		Properties translations = load("attributes_pt_BR.properties");
		JsonNode goods = new JsonMapper().readTree(RESOURCES.resolve("demo/products.json"));
		Set<String> words = new TreeSet<>();
		goods.findValues("attributes").forEach((attributes) -> attributes.propertyStream().forEach((attribute) -> {
			words.add(attribute.getKey());
			words.add(attribute.getValue().asString());
		}));
		assertThat(words).hasSizeGreaterThan(200)
			.filteredOn((it) -> !it.matches("[A-Z]?\\d+( × \\d+)* ?(cm|mm|ml|kg|g|dpi|rpm|ohms|HRC)?"))
			.allSatisfy((it) -> assertThat(translations).containsKey(Texts.attributeCode(it)));
	}

	@Test
	void useNoStraightApostrophes() throws IOException {
		for (String bundle : Set.of("messages.properties", "messages_pt_BR.properties")) {
			assertThat(load(bundle).values()).as(bundle)
				.noneSatisfy((text) -> assertThat(text.toString()).contains("'"));
		}
	}

	private static void collect(Pattern pattern, String template, Set<String> keys) {
		Matcher matcher = pattern.matcher(template);
		while (matcher.find()) {
			keys.add(matcher.group(1));
		}
	}

	private static Iterable<String> templates() throws IOException {
		try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates/storefront"))) {
			return files.filter(Files::isRegularFile).map(MessageBundlesTests::read).toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> keys(String bundle) throws IOException {
		return new TreeSet<>(load(bundle).stringPropertyNames());
	}

	private static Properties load(String bundle) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
