package io.pangea.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Committed files that are written from the code: the build compares them, and writes
 * them anew only when asked to.
 */
public final class Papers {

	public static final boolean REFRESH = Boolean.getBoolean("pangea.refresh");

	static final String HOW = "What is committed no longer matches the code. Write it anew with "
			+ "./mvnw test -Dgroups=papers -Dpangea.refresh=true, look at the difference and commit it";

	private static final Pattern JAVADOC = Pattern
		.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]+\\s+)*(?:public|package)\\b", Pattern.DOTALL);

	private Papers() {
	}

	/** Compares files, by path from the root of the repository, or writes them. */
	public static void keep(Map<Path, String> files) {
		if (REFRESH) {
			files.forEach(Papers::write);
		}
		Map<Path, String> stale = new TreeMap<>();
		files.forEach((path, text) -> difference(path, text).ifPresent((line) -> stale.put(path, line)));
		assertThat(stale).as(HOW).isEmpty();
	}

	/**
	 * The first line the code adds to a committed file, or else the first it no longer
	 * has.
	 */
	private static Optional<String> difference(Path path, String text) {
		List<String> committed = Files.exists(path) ? read(path).lines().toList() : List.of();
		List<String> now = text.lines().toList();
		if (now.equals(committed)) {
			return Optional.empty();
		}
		Stream<String> added = now.stream().filter((line) -> !committed.contains(line)).map("+ "::concat);
		Stream<String> removed = committed.stream().filter((line) -> !now.contains(line)).map("- "::concat);
		return Stream.concat(added, removed).findFirst().or(() -> Optional.of("other order of lines"));
	}

	/** Refuses files in a directory that no longer belong there, or removes them. */
	static void keepOnly(Path directory, Stream<Path> files) {
		List<Path> strays = list(directory);
		strays.removeAll(files.toList());
		if (REFRESH) {
			strays.forEach(Papers::delete);
			strays.clear();
		}
		assertThat(strays).as(HOW).isEmpty();
	}

	/** The first sentence of a type's or a package's Javadoc, as Markdown. */
	static String sentence(String type) {
		Matcher javadoc = JAVADOC.matcher(read(Path.of("src/main/java", type.replace('.', '/') + ".java")));
		if (!javadoc.find()) {
			return "";
		}
		String text = javadoc.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip();
		return text.replaceFirst("(?s)(?<=\\.)\\s.*", "").replaceAll("\\{@(?:link|code) ([^}]+)}", "`$1`");
	}

	public static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(Path file, String text) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> list(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return new ArrayList<>(files.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
