package io.pangea.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.pangea.shipping.ImageFile.Instruction;
import io.pangea.shipping.ImageFile.Stage;

import org.springframework.util.FileSystemUtils;

/**
 * What the Dockerfile makes, without a container engine: its instructions are carried out
 * in a directory for each stage, which stands for the root of its file system. Left out
 * are the build of the jar, which is taken as it was packaged, and the user, whom only
 * root could make; base images are this machine and the JDK that runs the tests.
 */
public final class Image {

	private static final Path ROOT = Path.of("target/image").toAbsolutePath();

	/** There when all has been carried out. */
	private static final Path WHOLE = ROOT.resolve("whole");

	private static final Path PACKAGED = Path.of(System.getProperty("pangea.jar", "target/pangea.jar"));

	private final ImageFile file;

	private final Map<String, String> environment = new LinkedHashMap<>();

	private Image(ImageFile file) {
		this.file = file;
	}

	/** Made anew if the jar, or how the image is made, is younger. */
	public static Image build() {
		Image image = new Image(ImageFile.read());
		try {
			image.make();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return image;
	}

	/** Variables that each container of the image has. */
	public Map<String, String> environment() {
		return this.environment;
	}

	public List<String> entrypoint() {
		return command("ENTRYPOINT");
	}

	public List<String> healthcheck() {
		return command("HEALTHCHECK");
	}

	private List<String> command(String word) {
		return this.file.last().one(word).command().stream().map((part) -> here(part, this.file.last())).toList();
	}

	private void make() throws IOException {
		Stage last = this.file.last();
		last.all("ENV")
			.stream()
			.map(Instruction::variable)
			.forEach((entry) -> this.environment.put(entry.getKey(), here(entry.getValue(), last)));
		if (isFresh()) {
			return;
		}
		FileSystemUtils.deleteRecursively(ROOT);
		Path jar = root(this.file.stage("build")).resolve("build/pangea.jar");
		Files.createDirectories(jar.getParent());
		Files.copy(PACKAGED, jar);
		carryOut(this.file.stage("parts"));
		carryOut(last);
		Files.writeString(WHOLE, "");
	}

	private static boolean isFresh() throws IOException {
		if (!Files.exists(WHOLE)) {
			return false;
		}
		FileTime since = Files.getLastModifiedTime(WHOLE);
		return since.compareTo(Files.getLastModifiedTime(PACKAGED)) > 0
				&& since.compareTo(Files.getLastModifiedTime(ImageFile.DOCKERFILE)) > 0;
	}

	private void carryOut(Stage stage) throws IOException {
		Map<String, String> variables = new LinkedHashMap<>();
		for (String place : places(stage)) {
			Files.createDirectories(root(stage).resolve(place.substring(1)));
		}
		for (Instruction instruction : stage.instructions()) {
			switch (instruction.word()) {
				case "COPY" -> copy(instruction, stage);
				case "RUN" -> run(instruction, stage, variables);
				case "ENV" ->
					variables.put(instruction.variable().getKey(), here(instruction.variable().getValue(), stage));
				default -> {
				}
			}
		}
	}

	private void copy(Instruction instruction, Stage stage) throws IOException {
		String from = instruction.flags().get("from");
		String[] words = instruction.words();
		Path source = (from != null) ? root(this.file.stage(from)).resolve(words[0].substring(1)) : Path.of(words[0]);
		Path target = root(stage).resolve(words[1].substring(1));
		// Times of files are kept, as they are in images: the JVM looks at them.
		execute(List.of("cp", "-a", Files.isDirectory(source) ? source + "/." : source.toString(), target.toString()),
				Map.of(), Path.of("").toAbsolutePath());
	}

	private void run(Instruction instruction, Stage stage, Map<String, String> variables) throws IOException {
		if (instruction.text().startsWith("useradd ")) {
			return;
		}
		Path directory = root(stage).resolve(stage.one("WORKDIR").text().substring(1));
		execute(List.of("sh", "-c", here(instruction.text(), stage)), variables, directory);
	}

	private static void execute(List<String> command, Map<String, String> variables, Path directory)
			throws IOException {
		Path log = ROOT.resolve("build.log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().keySet().retainAll(Set.of("HOME", "LANG", "PATH"));
		builder.environment().putAll(variables);
		builder.environment()
			.merge("PATH", "", (path, nothing) -> Path.of(System.getProperty("java.home"), "bin") + ":" + path);
		if (builder.start().onExit().join().exitValue() != 0) {
			throw new IllegalStateException("%s: %s".formatted(command, Files.readString(log)));
		}
	}

	/** The same with paths of the image as paths of this machine. */
	private String here(String text, Stage stage) {
		String places = places(stage).stream()
			.map(Pattern::quote)
			.collect(Collectors.joining("|", "(?<![\\w./-])(", ")(?![\\w.-])"));
		return Pattern.compile(places)
			.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(root(stage) + found.group(1)));
	}

	private static Set<String> places(Stage stage) {
		Set<String> places = new TreeSet<>(Set.of("/tmp"));
		stage.instructions().forEach((instruction) -> {
			switch (instruction.word()) {
				case "WORKDIR", "VOLUME" -> places.add(instruction.text());
				case "COPY" -> places.add(directory(instruction.words()[1]));
				default -> {
				}
			}
		});
		return places;
	}

	private static String directory(String target) {
		return target.endsWith("/") ? target.substring(0, target.length() - 1)
				: target.substring(0, target.lastIndexOf('/'));
	}

	private static Path root(Stage stage) {
		return ROOT.resolve(stage.name().isEmpty() ? "image" : stage.name());
	}

}
