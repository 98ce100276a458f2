package io.pangea.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import io.pangea.products.ProductPage.Facet;
import io.pangea.products.ProductSearch.Sort;
import io.pangea.testing.StoreTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StoreTest
class ProductSearchTests {

	@Autowired
	ProductCatalog catalog;

	@ParameterizedTest
	@CsvSource({ "carafe, KIT-CARAFE-01", "karafe, KIT-CARAFE-01", "carafes, KIT-CARAFE-01", "CARAFÉ, KIT-CARAFE-01",
			"cofee, KIT-POUROVER-04", "jarra rolha, KIT-CARAFE-01", "'oak, carafe', KIT-CARAFE-01",
			"the carafe with a stopper, KIT-CARAFE-01", "KIT-CARAFE-01, KIT-CARAFE-01", "kit-carafe-01, KIT-CARAFE-01",
			"sikllet, KIT-SKILLET-05", "umberlla, BAG-UMBRELLA-07", "skilet, KIT-SKILLET-05",
			"umbrela, BAG-UMBRELLA-07", "borosilicate, KIT-CARAFE-01" })
	void findsByWordsTyposForgiven(String q, String sku) {
		assertThat(search(q).items()).extracting((product) -> product.description().sku()).contains(sku);
	}

	@ParameterizedTest
	@CsvSource({ "xqzvwk", "carafe xqzvwk", "' '''':*&|!() '" })
	void findsNothingWhereNothingIs(String q) {
		assertThat(search(q).total()).isEqualTo(search(q).items().size());
	}

	@Test
	void putsTheNameBeforeTheDescription() {
		String word = Goods.word();
		ProductDescription it = Goods.named("Something else");
		add(new ProductDescription(it.sku(), it.name(), "About " + word, it.category(), null, it.kind(), it.price(),
				it.images(), it.attributes(), it.translations(), null, it.status()));
		Product named = add(Goods.named(word));
		assertThat(search(word).items()).hasSize(2).first().isEqualTo(named);
	}

	@Test
	void findsByCategoryAndThoseAboveIt() {
		assertThat(search("kitchen skillet").items()).extracting((product) -> product.description().sku())
			.contains("KIT-SKILLET-05");
	}

	@Test
	void countsEachFacetWithoutItsOwnFilter() {
		String word = Goods.word();
		add(Goods.branded(Goods.named(word + " a"), "bags", "Smith, Sons"));
		add(Goods.branded(Goods.named(word + " b"), "bags", "Jones"));
		add(Goods.branded(Goods.named(word + " c"), "listening", "Jones"));
		ProductPage all = search(word);
		assertThat(all.total()).isEqualTo(3);
		assertThat(all.categories()).containsExactlyInAnyOrder(new Facet("bags", 2), new Facet("bags-travel", 2),
				new Facet("listening", 1), new Facet("sound-play", 1));
		assertThat(all.brands()).containsExactly(new Facet("Jones", 2), new Facet("Smith, Sons", 1));
		ProductPage filtered = this.catalog
			.search(new ProductSearch(word, "bags-travel", Set.of("Jones"), null, null, null, null, null, null));
		assertThat(filtered.total()).isEqualTo(1);
		assertThat(filtered.items()).extracting((product) -> product.description().name()).containsExactly(word + " b");
		assertThat(filtered.categories()).containsExactlyInAnyOrder(new Facet("bags", 1), new Facet("bags-travel", 1),
				new Facet("listening", 1), new Facet("sound-play", 1));
		assertThat(filtered.brands()).containsExactlyInAnyOrder(new Facet("Jones", 1), new Facet("Smith, Sons", 1));
	}

	/** Imported goods have no brand, which once failed every search by brand. */
	@Test
	void findsABrandAmongGoodsThatHaveNone() {
		String word = Goods.word();
		Product branded = add(Goods.branded(Goods.named(word), "bags", "Jones"));
		add(Goods.branded(Goods.named(word), "bags", null));
		assertThat(
				this.catalog.search(new ProductSearch(word, null, Set.of("Jones"), null, null, null, null, null, null))
					.items())
			.containsExactly(branded);
	}

	@Test
	void filtersByPrice() {
		String word = Goods.word();
		add(Goods.priced(Goods.named(word), 999));
		Product fits = add(Goods.priced(Goods.named(word), 1000));
		add(Goods.priced(Goods.named(word), 2001));
		assertThat(
				this.catalog.search(new ProductSearch(word, null, null, 1000L, 2000L, null, null, null, null)).items())
			.containsExactly(fits);
		assertThatExceptionOfType(InvalidField.class).isThrownBy(
				() -> this.catalog.search(new ProductSearch(word, null, null, 2000L, 1000L, null, null, null, null)))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("minPrice"));
	}

	@Test
	void comparesPricesInTheShopsCurrencyOnly() {
		String word = Goods.word();
		Product dollars = add(Goods.priced(Goods.named(word), 1500));
		Product yen = add(Goods.priced(Goods.named(word), Money.ofMinor(CurrencyUnit.JPY, 1200)));
		assertThat(search(word).items()).containsExactlyInAnyOrder(dollars, yen);
		ProductPage filtered = this.catalog
			.search(new ProductSearch(word, null, null, 1000L, null, null, null, null, null));
		assertThat(filtered.items()).containsExactly(dollars);
		assertThat(filtered.total()).isEqualTo(1);
		assertThat(sorted(word, Sort.PRICE_ASC)).containsExactly(dollars);
		assertThat(sorted(word, Sort.PRICE_DESC)).containsExactly(dollars);
		assertThat(sorted(word, Sort.NAME)).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Sort.class)
	void turnsPagesWithoutLossOrRepetition(Sort sort) {
		String word = Goods.word();
		List<ProductId> added = IntStream.range(0, 7)
			.mapToObj((i) -> add(Goods.priced(Goods.named(word + " : Ünique " + (i % 3)), 100 + i % 2)).id())
			.toList();
		List<ProductId> seen = new ArrayList<>();
		String cursor = null;
		do {
			ProductPage page = this.catalog
				.search(new ProductSearch(word, null, null, null, null, sort, null, cursor, 2));
			assertThat(page.total()).isEqualTo(7);
			page.items().forEach((product) -> seen.add(product.id()));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen).containsExactlyInAnyOrderElementsOf(added);
	}

	@Test
	void sorts() {
		String word = Goods.word();
		Product dear = add(Goods.priced(Goods.named(word + " Álamo"), 300));
		Product cheap = add(Goods.priced(Goods.named(word + " Birch"), 100));
		assertThat(sorted(word, Sort.PRICE_ASC)).containsExactly(cheap, dear);
		assertThat(sorted(word, Sort.PRICE_DESC)).containsExactly(dear, cheap);
		assertThat(sorted(word, Sort.NAME)).containsExactly(dear, cheap);
		assertThat(sorted(word, Sort.NEWEST)).containsExactly(cheap, dear);
	}

	@Test
	void refusesACursorThatIsNotItsOwn() {
		ProductSearch first = new ProductSearch(null, null, null, null, null, Sort.NAME, null, null, 2);
		String cursor = Objects.requireNonNull(this.catalog.search(first).next());
		for (String tampered : List.of(cursor.replace(cursor.charAt(9), '_'), "x", "äöü", cursor.substring(2))) {
			assertThatExceptionOfType(InvalidField.class)
				.isThrownBy(() -> this.catalog
					.search(new ProductSearch(null, null, null, null, null, Sort.NAME, null, tampered, 2)))
				.satisfies((ex) -> assertThat(ex.field()).isEqualTo("cursor"));
		}
		assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> this.catalog
			.search(new ProductSearch(null, null, null, null, null, Sort.NEWEST, null, cursor, 2)));
	}

	private ProductPage search(String q) {
		return this.catalog.search(new ProductSearch(q, null, null, null, null, null, null, null, 100));
	}

	private List<Product> sorted(String q, Sort sort) {
		return this.catalog.search(new ProductSearch(q, null, null, null, null, sort, null, null, null)).items();
	}

	private Product add(ProductDescription description) {
		return Goods.asStaff(() -> this.catalog.add(description, null));
	}

}
