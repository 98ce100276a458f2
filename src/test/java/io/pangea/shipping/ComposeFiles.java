package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Compose files as one, as {@code docker compose -f a -f b} would take them: variables
 * put in, mappings merged, lists appended.
 */
public final class ComposeFiles {

	private static final Path DIRECTORY = Path.of("docker");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z_]+)(?:(?<how>:[?-])(?<text>[^}]*))?}");

	private final Map<String, Object> content;

	private ComposeFiles(Map<String, Object> content) {
		this.content = content;
	}

	/**
	 * @throws IllegalArgumentException when a variable is missing that has to be there
	 */
	public static ComposeFiles of(Map<String, String> variables, String... names) {
		return new ComposeFiles(Stream.of(names).map((name) -> read(name, variables)).reduce(Map.of(), (some, more) -> {
			Map<String, Object> merged = new LinkedHashMap<>(some);
			more.forEach((name, value) -> merged.merge(name, value, ComposeFiles::merge));
			return merged;
		}));
	}

	/** What {@code docker/secrets.sh} prints, and more. */
	public static Map<String, String> variables(Map<String, String> more) {
		try {
			Process process = new ProcessBuilder("docker/secrets.sh").start();
			Map<String, String> variables = process.inputReader()
				.lines()
				.map((line) -> line.split("=", 2))
				.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));
			variables.putAll(more);
			return variables;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All that there are. */
	static List<String> names() {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("compose.") && name.endsWith(".yaml"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Variables a file asks for and has no value for. */
	static Set<String> required(String name) {
		return VARIABLE.matcher(text(name))
			.results()
			.filter((found) -> ":?".equals(found.group("how")))
			.map((found) -> found.group("name"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static String text(String name) {
		try {
			return Files.readString(DIRECTORY.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Map<String, Object> content() {
		return this.content;
	}

	/** By name. */
	public Map<String, Service> services() {
		Map<String, Service> services = new LinkedHashMap<>();
		map(this.content.get("services")).forEach((name, service) -> services.put(name, new Service(map(service))));
		return services;
	}

	/** One service, as it is declared. */
	public record Service(Map<String, Object> declared) {

		/** Whether it runs the store, and not a database or the like. */
		public boolean isOurs() {
			return String.valueOf(this.declared.get("image")).startsWith("pangea:");
		}

		public Map<String, String> environment() {
			Map<String, String> environment = new LinkedHashMap<>();
			map(this.declared.getOrDefault("environment", Map.of()))
				.forEach((name, value) -> environment.put(name, String.valueOf(value)));
			return environment;
		}

		/** In MiB. */
		public int memory() {
			return Integer.parseInt(String.valueOf(this.declared.get("mem_limit")).replace("m", ""));
		}

		public boolean isPublished() {
			return this.declared.containsKey("ports");
		}

	}

	private static Map<String, Object> read(String name, Map<String, String> variables) {
		String text = VARIABLE.matcher(text(name).replaceAll("(?m)^\\s*#.*$", ""))
			.replaceAll((found) -> Matcher.quoteReplacement(value(found, variables)));
		return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
	}

	private static String value(MatchResult found, Map<String, String> variables) {
		String value = variables.get(found.group("name"));
		if (value != null && !value.isEmpty()) {
			return value;
		}
		if (!":-".equals(found.group("how"))) {
			throw new IllegalArgumentException("%s is missing: %s".formatted(found.group("name"), found.group("text")));
		}
		return found.group("text");
	}

	private static Object merge(Object some, Object more) {
		if (some instanceof Map && more instanceof Map) {
			Map<String, Object> merged = new LinkedHashMap<>(map(some));
			map(more).forEach((name, value) -> merged.merge(name, value, ComposeFiles::merge));
			return merged;
		}
		if (some instanceof List<?> list && more instanceof List<?> others) {
			List<Object> merged = new ArrayList<>(list);
			merged.addAll(others);
			return merged;
		}
		return more;
	}

	/** With nothing where there is nothing, as in {@code volumes: {database: }}. */
	static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		((value != null) ? (Map<?, ?>) value : Map.of()).forEach((name, content) -> {
			if (content != null) {
				map.put(name.toString(), content);
			}
		});
		return map;
	}

}
