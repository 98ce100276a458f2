package io.pangea.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation whose commands are carried out as they stand, in one shell,
 * from top to bottom. What they print is kept beside them.
 */
final class Runbook implements AutoCloseable {

	private static final Pattern PART = Pattern.compile(
			"^## (?<chapter>.*?)$|^### (?<section>.*?)$|^```sh\\n(?<commands>.*?)^```$",
			Pattern.MULTILINE | Pattern.DOTALL);

	private final Map<String, String> parts = new LinkedHashMap<>();

	private final Path directory;

	private final Process shell;

	private final Writer commands;

	private final BufferedReader answers;

	/**
	 * @param directory where the shell is
	 * @param environment what the page leaves to the reader to say
	 * @param instead what is put in place of some words of the page
	 */
	Runbook(Path page, Path directory, Map<String, String> environment, Map<String, String> instead)
			throws IOException {
		read(changed(Files.readString(page), instead));
		this.directory = directory;
		ProcessBuilder builder = new ProcessBuilder("bash", "-eu", "-o", "pipefail").directory(directory.toFile())
			.redirectError(directory.resolve("shell.log").toFile());
		builder.environment().putAll(environment);
		this.shell = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		this.commands = this.shell.outputWriter(StandardCharsets.UTF_8);
		this.answers = this.shell.inputReader(StandardCharsets.UTF_8);
	}

	private static String changed(String page, Map<String, String> instead) {
		for (Map.Entry<String, String> change : instead.entrySet()) {
			if (!page.contains(change.getKey())) {
				throw new IllegalArgumentException("The page does not say " + change.getKey());
			}
			page = page.replace(change.getKey(), change.getValue());
		}
		return page;
	}

	/** Whether all programs are on the path; if not, says so. */
	static boolean toolsAreThere(String... tools) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		List<String> missing = Stream.of(tools)
			.filter((tool) -> Stream.of(path.split(System.getProperty("path.separator")))
				.noneMatch((directory) -> Files.isExecutable(Path.of(directory, tool))))
			.toList();
		if (!missing.isEmpty()) {
			// Past the file that the build sends a test's output to.
			new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
				.println("%s not found: what needs it is left out.".formatted(String.join(", ", missing)));
		}
		return missing.isEmpty();
	}

	private void read(String page) {
		String chapter = "";
		String heading = "";
		Matcher matcher = PART.matcher(page);
		while (matcher.find()) {
			if (matcher.group("chapter") != null) {
				chapter = matcher.group("chapter");
				heading = chapter;
			}
			else if (matcher.group("section") != null) {
				heading = chapter + ": " + matcher.group("section");
			}
			else {
				this.parts.merge(heading, matcher.group("commands"), String::concat);
			}
		}
	}

	/** The headings above commands, with those they stand under in front. */
	List<String> headings() {
		return List.copyOf(this.parts.keySet());
	}

	/** Carries out what stands below a heading, and fails when a command does. */
	String follow(String heading) {
		int number = headings().indexOf(heading);
		Path script = this.directory.resolve(number + ".sh");
		String end = "end of " + number;
		try {
			Files.writeString(script, this.parts.get(heading));
			this.commands.write(". ./%s\necho '%s'\n".formatted(script.getFileName(), end));
			this.commands.flush();
			StringBuilder output = new StringBuilder();
			for (String line = this.answers.readLine(); !end.equals(line); line = this.answers.readLine()) {
				if (line == null) {
					throw new AssertionError("\"%s\" failed:%n%s%n%s".formatted(heading, output,
							Files.readString(this.directory.resolve("shell.log"))));
				}
				output.append(line).append('\n');
			}
			return output.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends what was started and still runs; a balancer has left its shell. */
	@Override
	public void close() {
		this.shell.descendants().forEach(ProcessHandle::destroyForcibly);
		this.shell.destroyForcibly();
		try {
			Path balancer = this.directory.resolve("balancer.pid");
			if (Files.exists(balancer)) {
				ProcessHandle.of(Long.parseLong(Files.readString(balancer).strip()))
					.ifPresent(ProcessHandle::destroyForcibly);
				Files.delete(balancer);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
