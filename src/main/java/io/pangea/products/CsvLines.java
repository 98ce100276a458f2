package io.pangea.products;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one after the other, in the memory that one of them takes. A
 * quote that is opened and not closed where a record should end spoils its line and no
 * other: the lines after it are read anew.
 */
class CsvLines {

	private static final int LONGEST_LINE = 1 << 16;

	private static final int MOST_LINES = 50;

	private final Reader reader;

	private final CsvReader.CsvReaderBuilder parser;

	private final Deque<String> readAhead = new ArrayDeque<>();

	private final char separator;

	private final List<String> header;

	private long line;

	CsvLines(Reader reader) throws IOException {
		this.reader = reader;
		String first = nextLine();
		this.line = 1;
		String text = (first != null) ? first.replaceFirst("^\uFEFF", "") : "";
		this.separator = separator(text);
		this.parser = CsvReader.builder().fieldSeparator(this.separator).skipEmptyLines(false);
		this.header = Objects.requireNonNullElse(parse(text), List.of());
	}

	/** A record, or a line that is none: then without fields. */
	record Line(long number, List<String> fields) {

	}

	List<String> header() {
		return this.header;
	}

	/** The next record, null at the end. */
	@Nullable Line next() throws IOException {
		String text = nextLine();
		while (text != null && text.isBlank()) {
			this.line++;
			text = nextLine();
		}
		if (text == null) {
			return null;
		}
		long number = ++this.line;
		if (!isOpen(text)) {
			return new Line(number, Objects.requireNonNullElse(parse(text), List.of()));
		}
		return new Line(number, joined(text));
	}

	/** A record that goes on in the next lines. */
	private List<String> joined(String first) throws IOException {
		StringBuilder text = new StringBuilder(first);
		List<String> more = new ArrayList<>();
		while (more.size() < MOST_LINES && text.length() < LONGEST_LINE) {
			String next = nextLine();
			if (next == null) {
				break;
			}
			more.add(next);
			text.append('\n').append(next);
			if (!isOpen(text)) {
				List<String> fields = parse(text.toString());
				if (fields != null && fields.size() == this.header.size()) {
					this.line += more.size();
					return fields;
				}
				break;
			}
		}
		more.reversed().forEach(this.readAhead::addFirst);
		return List.of();
	}

	/** Whether a quoted field has not ended yet. */
	private boolean isOpen(CharSequence text) {
		boolean quoted = false;
		boolean atStart = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' && (quoted || atStart)) {
				quoted = !quoted;
				// A second quote right after the closing one opens it again.
				atStart = !quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
			}
			else {
				atStart = !quoted && c == this.separator;
			}
		}
		return quoted;
	}

	private @Nullable List<String> parse(String text) {
		try {
			return (text.length() < LONGEST_LINE) ? this.parser.ofSingleCsvRecord(text).getFields() : null;
		}
		catch (CsvParseException ex) {
			return null;
		}
	}

	private static char separator(String header) {
		return (header.indexOf(';') >= 0) ? ';' : (header.indexOf('\t') >= 0) ? '\t' : ',';
	}

	private @Nullable String nextLine() throws IOException {
		if (!this.readAhead.isEmpty()) {
			return this.readAhead.removeFirst();
		}
		StringBuilder text = new StringBuilder();
		int c = this.reader.read();
		if (c < 0) {
			return null;
		}
		while (c >= 0 && c != '\n') {
			if (text.length() < LONGEST_LINE) {
				text.append((char) c);
			}
			c = this.reader.read();
		}
		int last = text.length() - 1;
		if (last >= 0 && text.charAt(last) == '\r') {
			text.setLength(last);
		}
		return text.toString();
	}

}
