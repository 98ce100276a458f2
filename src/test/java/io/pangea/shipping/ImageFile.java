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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Dockerfile. Read strictly: what this does not know is refused instead of passed over.
 */
record ImageFile(List<Stage> stages) {

	static final Path DOCKERFILE = Path.of("docker/Dockerfile");

	private static final Set<String> WORDS = Set.of("FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE",
			"HEALTHCHECK", "ENTRYPOINT");

	private static final Pattern FROM = Pattern.compile("(?<base>\\S+)(?: AS (?<name>[a-z]+))?");

	private static final Pattern FLAG = Pattern.compile("--([a-z-]+)=(\\S+)\\s+");

	/**
	 * @param base image or earlier stage it begins with
	 * @param name how later stages refer to it; the last one has none
	 */
	record Stage(String base, String name, List<Instruction> instructions) {

		List<Instruction> all(String word) {
			return this.instructions.stream().filter((instruction) -> instruction.word().equals(word)).toList();
		}

		Instruction one(String word) {
			List<Instruction> found = all(word);
			if (found.size() != 1) {
				throw new IllegalArgumentException("%d times %s".formatted(found.size(), word));
			}
			return found.getFirst();
		}

	}

	/** One instruction: its keyword, its flags, and what follows. */
	record Instruction(String word, Map<String, String> flags, String text) {

		private static final JsonMapper JSON = new JsonMapper();

		/** The words of a command in exec form, which needs no shell. */
		List<String> command() {
			return JSON.readValue(this.text.substring(this.text.indexOf('[')), new TypeReference<>() {
			});
		}

		Map.Entry<String, String> variable() {
			String[] parts = this.text.split("=", 2);
			return Map.entry(parts[0], parts[1].replaceAll("^\"|\"$", ""));
		}

		String[] words() {
			return this.text.split("\\s+");
		}

	}

	static ImageFile read() {
		try {
			return of(Files.readString(DOCKERFILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ImageFile of(String text) {
		List<Stage> stages = new ArrayList<>();
		String lines = text.replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\\\\\R", "");
		lines.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
			String word = line.split("\\s", 2)[0];
			String rest = line.substring(word.length()).strip();
			if (!WORDS.contains(word)) {
				throw new IllegalArgumentException("No instruction: " + line);
			}
			if (word.equals("FROM")) {
				Matcher from = FROM.matcher(rest);
				if (!from.matches()) {
					throw new IllegalArgumentException("No base: " + line);
				}
				String name = from.group("name");
				stages.add(new Stage(from.group("base"), (name != null) ? name : "", new ArrayList<>()));
			}
			else {
				stages.getLast().instructions().add(instruction(word, rest));
			}
		});
		return new ImageFile(stages);
	}

	/** The one that becomes the image. */
	Stage last() {
		return this.stages.getLast();
	}

	Stage stage(String name) {
		return this.stages.stream().filter((stage) -> stage.name().equals(name)).findFirst().orElseThrow();
	}

	private static Instruction instruction(String word, String rest) {
		Map<String, String> flags = new LinkedHashMap<>();
		Matcher flag = FLAG.matcher(rest);
		int end = 0;
		while (flag.find(end) && flag.start() == end) {
			flags.put(flag.group(1), flag.group(2));
			end = flag.end();
		}
		return new Instruction(word, flags, rest.substring(end));
	}

}
