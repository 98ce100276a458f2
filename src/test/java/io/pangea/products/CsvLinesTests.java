package io.pangea.products;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import io.pangea.products.CsvLines.Line;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLinesTests {

	@Test
	void readsRecords() throws IOException {
		assertThat(read("\uFEFFa,b\r\n1,2\n\n3,\"4, \"\"5\"\"\"\n6,7\" wide")).containsExactly(line(2, "1", "2"),
				line(4, "3", "4, \"5\""), line(5, "6", "7\" wide"));
	}

	@Test
	void readsOtherSeparators() throws IOException {
		assertThat(read("a;b\n1;2,5")).containsExactly(line(2, "1", "2,5"));
	}

	@Test
	void joinsLinesOfOneRecord() throws IOException {
		assertThat(read("a,b\n\"1\n\n1\",2\n3,4")).containsExactly(line(2, "1\n\n1", "2"), line(5, "3", "4"));
	}

	@Test
	void losesOneLineOnlyToAQuoteThatIsNotClosed() throws IOException {
		assertThat(read("a,b\n1,\"12 inch\n3,4\n5,\"six\"\n7,8")).containsExactly(line(2), line(3, "3", "4"),
				line(4, "5", "six"), line(5, "7", "8"));
	}

	@Test
	void losesOneLineOnlyToMuchText() throws IOException {
		assertThat(read("a,b\n" + "x".repeat(100_000) + ",1\n3,4")).containsExactly(line(2), line(3, "3", "4"));
	}

	@Test
	void readsNothingFromNothing() throws IOException {
		assertThat(read("")).isEmpty();
	}

	private static Line line(long number, String... fields) {
		return new Line(number, List.of(fields));
	}

	private static List<Line> read(String text) throws IOException {
		CsvLines lines = new CsvLines(new StringReader(text));
		List<Line> all = new ArrayList<>();
		for (Line line = lines.next(); line != null; line = lines.next()) {
			all.add(line);
		}
		return all;
	}

}
