package io.pangea.papers;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module canvas by Spring Modulith, turned from AsciiDoc into Markdown. */
final class Canvas {

	private Canvas() {
	}

	static String markdown(String asciidoc) {
		return Stream.of(asciidoc.split("\\n\\|(?=[A-Z])"))
			.skip(1)
			.map((row) -> row.split("\\n\\|", 2))
			.map((row) -> "## %s\n\n%s\n".formatted(row[0], cell(row[1].replace("|===", ""))))
			.collect(Collectors.joining("\n"));
	}

	private static String cell(String text) {
		String plain = text.strip()
			.replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "")
			.replace('$', '.')
			.replaceAll(" -- ", ": ")
			.replaceAll("(?m)^(\\* `[\\w.-]+`: `[^`]+`(?:, default `[^`]*`)?)\\. ", "$1: ")
			.replaceAll(" +\\n", "\n");
		// Spring Modulith lists events in no particular order.
		return plain.startsWith("* ") ? Arrays.stream(plain.split("\\n(?=\\* )"))
			.map((bullet) -> bullet.strip().replace("\n** ", "\n  - ").replaceFirst("^\\* ", "- "))
			.sorted()
			.collect(Collectors.joining("\n")) : plain.replaceAll("(?m)^\\* ", "- ");
	}

}
