package io.pangea.products;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the columns of a file mean, as its header names them. */
record ImportFormat(Map<String, Integer> columns, boolean invoices, CurrencyUnit currency,
		Collection<String> categories) {

	private static final Set<String> INVOICE_COLUMNS = Set.of("invoiceno", "stockcode", "description", "quantity",
			"unitprice");

	private static final Set<String> PRODUCT_COLUMNS = Set.of("sku", "name", "price");

	private static final int LONGEST_SKU = 64;

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_DESCRIPTION = 10_000;

	private static final int LONGEST_BRAND = 80;

	private static final int MOST_DIGITS = 15;

	/**
	 * The format of a file, null if its header names neither set of columns.
	 * @param currency of prices for which the file names none
	 * @param categories those there are
	 */
	static @Nullable ImportFormat of(List<String> header, CurrencyUnit currency, Collection<String> categories) {
		Map<String, Integer> columns = new HashMap<>();
		for (int i = 0; i < header.size(); i++) {
			columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
		}
		if (columns.keySet().containsAll(INVOICE_COLUMNS)) {
			return new ImportFormat(columns, true, currency, categories);
		}
		return columns.keySet().containsAll(PRODUCT_COLUMNS) ? new ImportFormat(columns, false, currency, categories)
				: null;
	}

	ImportedProduct read(List<String> fields) throws LineRefused {
		if (fields.isEmpty()) {
			throw new LineRefused("unreadable", "The line is no CSV record: a quote is not closed, or it is too long.");
		}
		if (fields.stream().anyMatch(ImportFormat::hasControls)) {
			throw new LineRefused("unreadable", "The line has control characters in it.");
		}
		int wanted = this.columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
		if (fields.size() < wanted) {
			throw new LineRefused("columns-missing", "%d columns instead of %d.".formatted(fields.size(), wanted));
		}
		return this.invoices ? invoiceLine(fields) : product(fields);
	}

	private ImportedProduct invoiceLine(List<String> fields) throws LineRefused {
		String invoice = text(fields, "invoiceno");
		if (invoice != null && (invoice.startsWith("C") || invoice.startsWith("c"))) {
			throw new LineRefused("cancellation", "Invoice %s cancels another.".formatted(invoice));
		}
		String sku = sku(text(fields, "stockcode"));
		String name = required(text(fields, "description"), "description", LONGEST_NAME).replaceAll("\\s+", " ");
		BigDecimal quantity = number(text(fields, "quantity"), "quantity");
		if (quantity.signum() <= 0) {
			throw new LineRefused("quantity-not-positive", "The quantity is %s.".formatted(quantity));
		}
		Money price = price(text(fields, "unitprice"), this.currency);
		return new ImportedProduct(sku, name, price, null, null, null, stock(fields));
	}

	private ImportedProduct product(List<String> fields) throws LineRefused {
		String sku = sku(text(fields, "sku"));
		String name = required(text(fields, "name"), "name", LONGEST_NAME).replaceAll("\\s+", " ");
		Money price = price(text(fields, "price"), currency(text(fields, "currency")));
		String category = text(fields, "category");
		if (category != null && !this.categories.contains(category)) {
			throw new LineRefused("category-unknown", "There is no category %s.".formatted(category));
		}
		return new ImportedProduct(sku, name, price, optional(fields, "description", LONGEST_DESCRIPTION), category,
				optional(fields, "brand", LONGEST_BRAND), stock(fields));
	}

	private @Nullable String text(List<String> fields, String column) {
		Integer index = this.columns.get(column);
		String text = (index != null) ? fields.get(index).strip() : "";
		return text.isEmpty() ? null : text;
	}

	private static boolean hasControls(String text) {
		return text.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
	}

	private static String sku(@Nullable String text) throws LineRefused {
		String sku = required(text, "sku", LONGEST_SKU);
		if (!sku.matches(ProductDescription.SKU)) {
			throw new LineRefused("sku-invalid",
					"The SKU %s has other characters than letters, digits, space, dot, hyphen and underscore."
						.formatted(sku));
		}
		return sku;
	}

	private @Nullable String optional(List<String> fields, String column, int longest) throws LineRefused {
		String text = text(fields, column);
		return (text != null) ? atMost(text, column, longest) : null;
	}

	private static String required(@Nullable String text, String column, int longest) throws LineRefused {
		if (text == null) {
			throw new LineRefused(column + "-missing", "There is no %s.".formatted(column));
		}
		return atMost(text, column, longest);
	}

	private static String atMost(String text, String column, int longest) throws LineRefused {
		if (text.length() > longest) {
			throw new LineRefused(column + "-too-long",
					"The %s has %d characters, %d at most.".formatted(column, text.length(), longest));
		}
		return text;
	}

	private CurrencyUnit currency(@Nullable String code) throws LineRefused {
		try {
			return (code != null) ? CurrencyUnit.of(code) : this.currency;
		}
		catch (IllegalCurrencyException ex) {
			throw new LineRefused("currency-unknown", "There is no currency %s.".formatted(code));
		}
	}

	private static Money price(@Nullable String text, CurrencyUnit currency) throws LineRefused {
		BigDecimal price = number(text, "price").stripTrailingZeros();
		if (price.signum() <= 0) {
			throw new LineRefused("price-not-positive", "The price is %s.".formatted(text));
		}
		if (price.scale() > currency.getDecimalPlaces()) {
			throw new LineRefused("price-too-fine", "%s has more decimals than %s.".formatted(text, currency));
		}
		return Money.of(currency, price);
	}

	private @Nullable Integer stock(List<String> fields) throws LineRefused {
		String text = text(fields, "stock");
		if (text == null) {
			return null;
		}
		try {
			int stock = Integer.parseInt(text);
			if (stock >= 0) {
				return stock;
			}
		}
		catch (NumberFormatException ex) {
			// Said below.
		}
		throw new LineRefused("stock-invalid", "The stock %s is not a whole number from zero up.".formatted(text));
	}

	private static BigDecimal number(@Nullable String text, String column) throws LineRefused {
		try {
			if (text != null && text.length() <= MOST_DIGITS && text.matches("-?[0-9]*\\.?[0-9]+")) {
				return new BigDecimal(text);
			}
		}
		catch (NumberFormatException ex) {
			// Said below.
		}
		throw new LineRefused("unreadable", "The %s %s is not a number.".formatted(column, text));
	}

}
