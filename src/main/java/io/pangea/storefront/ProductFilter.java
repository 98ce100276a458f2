package io.pangea.storefront;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.pangea.products.ProductSearch;
import io.pangea.products.ProductSearch.Sort;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What someone picked on a page of products, as it stands in the address bar. What makes
 * no sense there is left out instead of refused.
 *
 * @param min lowest price in major units, with point or comma
 * @param max highest price in major units, with point or comma
 */
record ProductFilter(@Nullable String q, @Nullable String category, @Nullable List<String> brand, @Nullable String min,
		@Nullable String max, @Nullable String sort, @Nullable String cursor) {

	ProductFilter {
		q = (q != null) ? q.strip().substring(0, Math.min(q.strip().length(), 200)) : "";
		brand = (brand != null) ? List.copyOf(brand) : List.of();
	}

	ProductSearch toSearch(CurrencyUnit currency) {
		return new ProductSearch(blankToNull(this.q), blankToNull(this.category),
				brand().isEmpty() ? null : Set.copyOf(brand()), minorUnits(this.min, currency),
				minorUnits(this.max, currency), order(), null, blankToNull(this.cursor), 24);
	}

	ProductFilter in(String slug) {
		return new ProductFilter(this.q, slug, this.brand, this.min, this.max, this.sort, this.cursor);
	}

	@Override
	public List<String> brand() {
		return (this.brand != null) ? this.brand : List.of();
	}

	/** The order asked for, null for the usual one. */
	public @Nullable Sort order() {
		return Stream.of(Sort.values())
			.filter((it) -> it.name().toLowerCase(Locale.ROOT).equals(this.sort))
			.findFirst()
			.orElse(null);
	}

	/** Whether anything is filtered by, apart from the words and the department. */
	public boolean narrowed() {
		return !brand().isEmpty() || blankToNull(this.min) != null || blankToNull(this.max) != null;
	}

	private static @Nullable Long minorUnits(@Nullable String text, CurrencyUnit currency) {
		try {
			BigDecimal amount = new BigDecimal(String.valueOf(blankToNull(text)).strip().replace(',', '.'));
			long units = amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP)
				.movePointRight(currency.getDecimalPlaces())
				.longValueExact();
			return (units >= 0) ? units : null;
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
