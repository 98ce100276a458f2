package io.pangea.processes;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build that landed before this one: {@code -Dpangea.previous-jar=…}, or else what
 * {@code .ci/previous-jar} made of the commit that {@code .ci/previous} names.
 */
public final class PreviousJar {

	private static final Pattern MODULE = Pattern.compile("BOOT-INF/classes/io/pangea/([a-z]+)/package-info.class");

	private static final Path FILE = find();

	private PreviousJar() {
	}

	/** Whether there is one; if not, says so. */
	public static boolean isThere() {
		boolean there = Files.isRegularFile(FILE);
		if (!there) {
			// Past the file that the build sends a test's output to.
			new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
				.println("There is no %s: the tests beside the previous build are skipped. ".formatted(FILE)
						+ "Make it with .ci/previous-jar, in a clone that has the history.");
		}
		return there;
	}

	/** The modules it has, none when it is not there. */
	public static Set<String> modules() {
		Set<String> modules = new TreeSet<>();
		if (Files.isRegularFile(FILE)) {
			try (JarFile jar = new JarFile(FILE.toFile())) {
				jar.stream()
					.map((entry) -> MODULE.matcher(entry.getName()))
					.filter(Matcher::matches)
					.forEach((module) -> modules.add(module.group(1)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			modules.remove("platform");
		}
		return modules;
	}

	/** What stands behind {@code java}, for a small machine. */
	static List<String> command() {
		return command(FILE);
	}

	static List<String> command(Path jar) {
		return List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
	}

	private static Path find() {
		String given = System.getProperty("pangea.previous-jar");
		if (given != null && !given.isBlank()) {
			return Path.of(given);
		}
		try {
			String commit = Files.readString(Path.of(".ci/previous")).strip();
			return Path.of("target/previous/pangea-%s.jar".formatted(commit));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
