package io.pangea.backoffice;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Text as it stands in a form, where nothing is empty text. */
final class FormText {

	private FormText() {
	}

	/** Browsers end lines with CR LF, and leave out what is not filled in. */
	static String clean(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").strip() : "";
	}

	static String or(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	/** What is between commas or on lines of its own. */
	static Stream<String> listed(String text) {
		return Arrays.stream(text.split("[,\n]")).map(String::strip).filter((it) -> !it.isEmpty());
	}

	static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
