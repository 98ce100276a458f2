package io.pangea.journeys;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * The good lines of a real retailer's invoices, by invoice. What is sold at several
 * prices counts as several goods, one for each price, since an order is charged at the
 * price of the day.
 *
 * @param goods name by SKU
 * @param byNumber quantity by SKU, by invoice number
 */
record Invoices(Map<String, String> goods, Map<String, Map<String, Long>> byNumber) {

	static final Path FILE = Path.of(System.getProperty("pangea.data", "../shared/data"), "online-retail-1.csv.gz");

	/** The first so many invoices of the file. */
	static Invoices read(int limit) throws IOException {
		Invoices invoices = new Invoices(new TreeMap<>(), new LinkedHashMap<>());
		try (Reader text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)),
				StandardCharsets.ISO_8859_1);
				CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
			lines.stream().filter(Invoices::isGood).forEach((line) -> invoices.add(line, limit));
		}
		return invoices;
	}

	private static boolean isGood(NamedCsvRecord line) {
		return !line.getField("InvoiceNo").startsWith("C") && !line.getField("Description").isBlank()
				&& Long.parseLong(line.getField("Quantity")) > 0 && pence(line) > 0;
	}

	private void add(NamedCsvRecord line, int limit) {
		String number = line.getField("InvoiceNo");
		if (this.byNumber.size() < limit || this.byNumber.containsKey(number)) {
			String sku = line.getField("StockCode").toUpperCase(Locale.ROOT).replace(' ', '-') + "-" + pence(line);
			this.goods.putIfAbsent(sku, line.getField("Description").strip());
			this.byNumber.computeIfAbsent(number, (it) -> new LinkedHashMap<>())
				.merge(sku, Long.parseLong(line.getField("Quantity")), Long::sum);
		}
	}

	private static long pence(NamedCsvRecord line) {
		return new BigDecimal(line.getField("UnitPrice")).movePointRight(2).longValueExact();
	}

	static long priceOf(String sku) {
		return Long.parseLong(sku.substring(sku.lastIndexOf('-') + 1));
	}

	/** What all of it comes to, in pence. */
	long revenue() {
		return this.byNumber.values()
			.stream()
			.flatMap((lines) -> lines.entrySet().stream())
			.mapToLong((line) -> priceOf(line.getKey()) * line.getValue())
			.sum();
	}

	/** How many of each were sold. */
	Map<String, Long> sold() {
		Map<String, Long> sold = new TreeMap<>();
		this.byNumber.values()
			.forEach((lines) -> lines.forEach((sku, quantity) -> sold.merge(sku, quantity, Long::sum)));
		return sold;
	}

	/** The goods as a file to import, with exactly the stock that was sold. */
	String csv(String prefix) {
		StringBuilder csv = new StringBuilder("sku,name,price,stock\n");
		Map<String, Long> sold = sold();
		this.goods.forEach((sku, name) -> csv.append("%s%s,\"%s\",%s,%d%n".formatted(prefix, sku,
				name.replace("\"", "\"\""), BigDecimal.valueOf(priceOf(sku), 2), sold.get(sku))));
		return csv.toString();
	}

	/** Invoices cut into orders that respect the caps of a cart. */
	List<Map<String, Long>> orders(int mostPerLine, int mostLines) {
		List<Map<String, Long>> orders = new ArrayList<>();
		for (Map<String, Long> invoice : this.byNumber.values()) {
			Map<String, Long> left = new LinkedHashMap<>(invoice);
			while (!left.isEmpty()) {
				Map<String, Long> order = new LinkedHashMap<>();
				left.entrySet()
					.stream()
					.limit(mostLines)
					.forEach((line) -> order.put(line.getKey(), Math.min(line.getValue(), mostPerLine)));
				order.forEach((sku, quantity) -> left.compute(sku,
						(it, all) -> (all == null || all.equals(quantity)) ? null : Long.valueOf(all - quantity)));
				orders.add(order);
			}
		}
		return orders;
	}

}
