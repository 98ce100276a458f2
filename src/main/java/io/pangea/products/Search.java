package io.pangea.products;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.pangea.products.ProductSearch.Sort;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds products by words, filters and order, a page at a time. */
@Component
class Search {

	private static final int DEFAULT_LIMIT = 24;

	private static final int MOST_WORDS = 10;

	/** What share of its letter triples a mistyped word has to have in common. */
	private static final String SIMILAR_ENOUGH = "0.5";

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final Categories categories;

	private final ProductSettings settings;

	Search(JdbcClient jdbc, ProductRows rows, Categories categories, ProductSettings settings) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.categories = categories;
		this.settings = settings;
	}

	/** A product and the key it is sorted by. */
	private record Hit(Product product, String key) {

	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	ProductPage page(ProductSearch search, ProductStatus status) {
		List<SearchWord> words = words(search.q(), status);
		Collection<String> wanted = (search.category() != null) ? this.categories.below(search.category()) : null;
		Set<String> brands = (search.brands() != null) ? search.brands() : Set.of();
		SearchCounts counts = counts(conditions(search, status, words), wanted, brands);
		SearchConditions conditions = conditions(search, status, words);
		if (wanted != null) {
			conditions.add("p.category = any(:categories)", "categories", wanted.toArray(String[]::new));
		}
		if (!brands.isEmpty()) {
			conditions.add("p.brand = any(:brands)", "brands", brands.toArray(String[]::new));
		}
		int limit = Objects.requireNonNullElse(search.limit(), DEFAULT_LIMIT);
		List<Hit> hits = hits(search, conditions, SearchOrder.of(sort(search, words), conditions), limit + 1);
		return new ProductPage(hits.stream().limit(limit).map(Hit::product).toList(), counts.total(),
				counts.categories(this.categories.all()), counts.brandFacets(), next(hits, limit, search));
	}

	private SearchConditions conditions(ProductSearch search, ProductStatus status, List<SearchWord> words) {
		SearchConditions conditions = SearchConditions.of(status, words, search.minPrice(), search.maxPrice());
		return search.comparesPrices() ? conditions.add("p.currency = :currency", "currency", this.settings.currency())
				: conditions;
	}

	private static Sort sort(ProductSearch search, List<SearchWord> words) {
		Sort sort = Objects.requireNonNullElse(search.sort(), Sort.RELEVANCE);
		return (sort == Sort.RELEVANCE && words.isEmpty()) ? Sort.NEWEST : sort;
	}

	private List<SearchWord> words(@Nullable String q, ProductStatus status) {
		if (q == null || q.isBlank()) {
			return List.of();
		}
		set("pg_trgm.word_similarity_threshold", SIMILAR_ENOUGH);
		// The planner does not know how rare a word is. Reading all products to learn
		// that
		// none has it takes ten times as long as asking the index.
		set("enable_seqscan", "off");
		set("enable_indexscan", "off");
		List<SearchWord> words = this.jdbc.sql("""
				select w.text, numnode(plainto_tsquery('english', w.text)) = 0
						or numnode(plainto_tsquery('portuguese', w.text)) = 0 as stop,
					exists (select from products.products p where p.status = :status and p.words @@ %s) as known
				from (select products.plain(word) as text, position
					from unnest(:words) with ordinality as words (word, position)) w
				order by w.position""".formatted(SearchWord.query("w.text")))
			.param("status", status.name())
			.param("words", q.strip().split("\\s+"))
			.query((row, number) -> new SearchWord(row.getString("text"), row.getBoolean("stop"),
					row.getBoolean("known")))
			.list();
		List<SearchWord> telling = words.stream()
			.filter((word) -> !word.stop())
			.limit(MOST_WORDS)
			.map((word) -> mended(word, status))
			.toList();
		set("enable_indexscan", "on");
		return telling.isEmpty() ? words : telling;
	}

	private SearchWord mended(SearchWord word, ProductStatus status) {
		List<String> swapped = word.known() ? List.of() : word.swapped();
		return swapped.isEmpty() ? word
				: this.jdbc.sql("""
						select w.text from unnest(:swapped) with ordinality as w (text, position)
						where exists (select from products.products p where p.status = :status and p.words @@ %s)
						order by w.position limit 1""".formatted(SearchWord.query("w.text")))
					.param("swapped", swapped.toArray(String[]::new))
					.param("status", status.name())
					.query(String.class)
					.optional()
					.map((text) -> new SearchWord(text, false, true))
					.orElse(word);
	}

	/** Sets a parameter of the database until the transaction ends. */
	private void set(String parameter, String value) {
		this.jdbc.sql("select set_config(?, ?, true)").params(parameter, value).query().listOfRows();
	}

	private SearchCounts counts(SearchConditions conditions, @Nullable Collection<String> wanted, Set<String> brands) {
		return new SearchCounts(this.jdbc
			.sql("select p.category, p.brand, count(*) as number from products.products p" + conditions.where()
					+ " group by p.category, p.brand")
			.params(conditions.parameters())
			.query((row, number) -> new SearchCounts.Count(row.getString("category"), row.getString("brand"),
					row.getLong("number")))
			.list(), wanted, brands);
	}

	private List<Hit> hits(ProductSearch search, SearchConditions conditions, SearchOrder order, int limit) {
		if (search.cursor() != null) {
			SearchCursor cursor = SearchCursor.parse(search.cursor(), search);
			conditions.add(order.after(), "key", cursor.key()).parameters().put("id", cursor.id().toString());
		}
		return this.jdbc
			.sql("select " + ProductRows.COLUMNS + ", cast(" + order.key() + " as text) as key "
					+ "from products.products p join products.stock s on s.product_id = p.id" + conditions.where()
					+ order.orderBy() + " limit " + limit)
			.params(conditions.parameters())
			.query((row, number) -> new Hit(Objects.requireNonNull(this.rows.mapRow(row, number)),
					row.getString("key")))
			.list();
	}

	private static @Nullable String next(List<Hit> hits, int limit, ProductSearch search) {
		if (hits.size() <= limit) {
			return null;
		}
		Hit last = hits.get(limit - 1);
		UUID id = last.product().id().value();
		return new SearchCursor(last.key(), id).text(search);
	}

}
