package io.pangea.storefront;

import java.util.List;

import io.pangea.products.ProductSearch;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProductFilterTests {

	@ParameterizedTest
	@CsvSource({ "10,1000", "9.99,999", "'9,99',999", "0,0", "-1,", "abc,", "1e400,", "99999999999999999999,", "' ',",
			"NaN," })
	void readsPricesInMajorUnitsAndLeavesOutNonsense(String text, @Nullable Long minorUnits) {
		assertThat(search(filter(null, text, null)).minPrice()).isEqualTo(minorUnits);
	}

	@Test
	void leavesOutWhatIsBlankOrUnknown() {
		ProductSearch search = search(new ProductFilter(" ", "", List.of(), null, null, "sideways", ""));
		assertThat(search).isEqualTo(new ProductSearch(null, null, null, null, null, null, null, null, 24));
	}

	@Test
	void cutsOverlongWords() {
		assertThat(search(filter("x".repeat(500), null, null)).q()).hasSize(200);
	}

	@Test
	void readsTheOrder() {
		assertThat(search(filter(null, null, "price_asc")).sort()).isEqualTo(ProductSearch.Sort.PRICE_ASC);
	}

	private static ProductFilter filter(@Nullable String q, @Nullable String min, @Nullable String sort) {
		return new ProductFilter(q, null, null, min, null, sort, null);
	}

	private static ProductSearch search(ProductFilter filter) {
		return filter.toSearch(CurrencyUnit.USD);
	}

}
