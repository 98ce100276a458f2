package io.pangea.recommendations;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * What real people liked, earliest first, of which the last is to be foretold.
 *
 * @param items how many items there are; they are numbered from 0
 */
record Histories(int items, List<List<Integer>> all) {

	static final Path RATINGS = data("movielens-ratings.csv.gz");

	static final Path INVOICES = data("online-retail-1.csv.gz");

	/** Ratings of four stars or more, by time. */
	static Histories ofViewers() throws IOException {
		record Rating(long at, long film) {

		}
		Map<String, List<Rating>> byViewer = new TreeMap<>();
		read(RATINGS, StandardCharsets.UTF_8, (line) -> {
			if (new BigDecimal(line.getField("rating")).compareTo(BigDecimal.valueOf(4)) >= 0) {
				byViewer.computeIfAbsent(line.getField("userId"), (it) -> new ArrayList<>())
					.add(new Rating(Long.parseLong(line.getField("timestamp").strip()),
							Long.parseLong(line.getField("movieId"))));
			}
		});
		return of(byViewer.values()
			.stream()
			.map((ratings) -> ratings.stream()
				.sorted(Comparator.comparingLong(Rating::at).thenComparingLong(Rating::film))
				.map((rating) -> String.valueOf(rating.film()))
				.toList())
			.toList());
	}

	/** The good lines of invoices, in their order. */
	static Histories ofBaskets() throws IOException {
		Map<String, List<String>> byInvoice = new LinkedHashMap<>();
		read(INVOICES, StandardCharsets.ISO_8859_1, (line) -> {
			if (!line.getField("InvoiceNo").startsWith("C") && !line.getField("Description").isBlank()
					&& Long.parseLong(line.getField("Quantity")) > 0
					&& new BigDecimal(line.getField("UnitPrice")).signum() > 0) {
				List<String> basket = byInvoice.computeIfAbsent(line.getField("InvoiceNo"), (it) -> new ArrayList<>());
				if (!basket.contains(line.getField("StockCode"))) {
					basket.add(line.getField("StockCode"));
				}
			}
		});
		return of(List.copyOf(byInvoice.values()));
	}

	private static Histories of(List<List<String>> named) {
		Map<String, Integer> numbers = new HashMap<>();
		List<List<Integer>> all = new ArrayList<>();
		for (List<String> history : named) {
			all.add(history.stream().map((name) -> numbers.computeIfAbsent(name, (it) -> numbers.size())).toList());
		}
		return new Histories(numbers.size(), all);
	}

	private static void read(Path file, Charset charset, Consumer<NamedCsvRecord> line) throws IOException {
		try (Reader text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), charset);
				CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
			lines.forEach(line);
		}
	}

	private static Path data(String file) {
		return Path.of(System.getProperty("pangea.data", "../shared/data"), file);
	}

	/** Those that have a last one and something before it. */
	List<List<Integer>> foretold() {
		return this.all.stream().filter((history) -> history.size() > 1).toList();
	}

	/** What is known before the last one. */
	static List<Integer> known(List<Integer> history) {
		return (history.size() > 1) ? history.subList(0, history.size() - 1) : history;
	}

	/** How many like both of two items, as far as is known. */
	int[][] counts(int most) {
		int[][] counts = new int[this.items][this.items];
		for (List<Integer> history : this.all) {
			List<Integer> counted = known(history).stream().limit(most).toList();
			counted.forEach((a) -> counted.forEach((b) -> counts[a][b]++));
		}
		return counts;
	}

}
