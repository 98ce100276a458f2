package io.pangea.analytics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void quotesWhatNeedsIt() {
		assertThat(line("a", "b,c", "say \"hi\"", "two\nlines", null, 7L))
			.isEqualTo("a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",,7\r\n");
	}

	@Test
	void takesTheEdgeOffFormulas() {
		assertThat(line("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"x\",\"y\")"))
			.isEqualTo("'=1+1,'+1,'-1,'@SUM(A1),'\tx,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
		assertThat(line(-1L)).isEqualTo("-1\r\n");
	}

	@Test
	void namesWhatIsInside() {
		assertThat(Csv.names(FilmViewing.class)).startsWith("film", "title", "plays");
		assertThat(Csv.names(Viewing.class)).startsWith("period.from", "period.to", "period.label", "plays");
		VideoId film = VideoId.next();
		assertThat(Csv.values(FilmViewing.class, new FilmViewing(film, null, 1, 2, 3, 4, null))).containsExactly(film,
				null, 1L, 2L, 3L, 4L, null);
	}

	private static String line(@Nullable Object... values) {
		List<@Nullable Object> list = Arrays.asList(values);
		return new String(Csv.line(list), StandardCharsets.UTF_8);
	}

}
