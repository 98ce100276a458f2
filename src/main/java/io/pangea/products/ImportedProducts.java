package io.pangea.products;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a file under way says of each product. It is gathered first and applied then,
 * since one SKU may come in many lines that differ: the last good one counts, so that the
 * same file once more changes nothing.
 */
@Component
@Transactional
class ImportedProducts {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Assortment assortment;

	private final Stock stock;

	private final Imports imports;

	ImportedProducts(JdbcClient jdbc, JsonMapper json, Assortment assortment, Stock stock, Imports imports) {
		this.jdbc = jdbc;
		this.json = json;
		this.assortment = assortment;
		this.stock = stock;
		this.imports = imports;
	}

	/** What a line says of a product. */
	record Entry(long line, ImportedProduct product) {

	}

	/** Keeps what some lines say, one of each SKU. */
	void gather(ImportId id, Collection<Entry> entries) {
		this.jdbc.sql("""
				insert into products.import_lines (import_id, sku, line, content)
				select ?, sku, line, content::jsonb from unnest(?, ?, ?) as l (sku, line, content)
				on conflict (import_id, sku) do update set line = excluded.line, content = excluded.content""")
			.params(id.value(), entries.stream().map((entry) -> entry.product().sku()).toArray(String[]::new),
					entries.stream().map(Entry::line).toArray(Long[]::new),
					entries.stream()
						.map((entry) -> this.json.writeValueAsString(entry.product()))
						.toArray(String[]::new))
			.update();
	}

	/**
	 * Applies some of what was gathered.
	 * @return whether there was any
	 */
	boolean applySome(ImportId id, int atMost) {
		// One at a time, so that two imports together neither wait in a circle nor add
		// one
		// SKU twice.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('products.import', 0))").query().listOfRows();
		Map<String, Entry> entries = new TreeMap<>();
		this.jdbc.sql("""
				delete from products.import_lines where import_id = :id and sku in
					(select sku from products.import_lines where import_id = :id order by sku limit :limit)
				returning line, content""").param("id", id.value()).param("limit", atMost).query((row) -> {
			ImportedProduct product = this.json.readValue(row.getString("content"), ImportedProduct.class);
			entries.put(product.sku(), new Entry(row.getLong("line"), product));
		});
		if (!entries.isEmpty()) {
			apply(id, entries);
		}
		return !entries.isEmpty();
	}

	private void apply(ImportId id, Map<String, Entry> entries) {
		Map<String, Product> known = this.assortment.lockBySku(entries.keySet())
			.stream()
			.collect(Collectors.toMap((product) -> product.description().sku(), Function.identity()));
		List<NewProduct> added = entries.values()
			.stream()
			.filter((entry) -> !known.containsKey(entry.product().sku()))
			.map((entry) -> entry.product().toNewProduct())
			.toList();
		if (!this.assortment.addAll(added).isEmpty()) {
			throw new IllegalStateException("Somebody added the same SKU at the same moment");
		}
		List<Product> before = new ArrayList<>();
		List<ProductDescription> after = new ArrayList<>();
		List<ProductImport.Rejection> rejections = new ArrayList<>();
		int unchanged = 0;
		for (Product product : known.values().stream().sorted(Comparator.comparing((it) -> it.id().value())).toList()) {
			Entry entry = Objects.requireNonNull(entries.get(product.description().sku()));
			ProductDescription description = entry.product().appliedTo(product.description());
			try {
				boolean restocked = restock(product, entry.product());
				if (!description.equals(product.description())) {
					before.add(product);
					after.add(description);
				}
				else if (!restocked) {
					unchanged++;
				}
			}
			catch (StockBelowReserved ex) {
				rejections.add(new LineRefused("stock-below-reserved", "%d are reserved.".formatted(ex.reserved()))
					.at(entry.line()));
			}
		}
		this.assortment.change(before, after);
		this.imports.reject(id, rejections);
		this.imports.count(id, added.size(), known.size() - unchanged - rejections.size(), unchanged);
	}

	private boolean restock(Product product, ImportedProduct imported) {
		return imported.stock() != null && product.description().kind() == ProductKind.PHYSICAL
				&& this.stock.set(product, imported.stock());
	}

}
