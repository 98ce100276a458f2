package io.pangea.products;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The products there are: kept, changed and announced in one transaction. What is read by
 * a single statement needs none, and saves the way to the database that would end it.
 */
@Component
@Transactional
class Assortment {

	private static final int SLUGS_TO_TRY = 3;

	private static final String INSERT = """
			insert into products.products (id, sku, slug, name, description, category, category_words, brand, kind,
				price_minor, currency, images, attributes, translations, film_id, status, version)
			values (:id, :sku, :slug, :name, :description, :category, products.category_words(:category), :brand, :kind,
				:price, :currency, :images::jsonb, :attributes::json, :translations::jsonb, :filmId, :status, 1)
			on conflict do nothing""";

	private static final String UPDATE = """
			update products.products set sku = :sku, name = :name, description = :description, category = :category,
				category_words = products.category_words(:category), brand = :brand, kind = :kind, price_minor = :price,
				currency = :currency, images = :images::jsonb, attributes = :attributes::json,
				translations = :translations::jsonb, film_id = :filmId, status = :status, version = version + 1,
				updated_at = now()
			where id = :id""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final ProductRows rows;

	private final Categories categories;

	private final Announcements announcements;

	Assortment(JdbcClient jdbc, NamedParameterJdbcTemplate batches, ProductRows rows, Categories categories,
			Announcements announcements) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.rows = rows;
		this.categories = categories;
		this.announcements = announcements;
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	Optional<Product> find(ProductId id) {
		return this.jdbc.sql(ProductRows.SELECT + "where p.id = ?").param(id.value()).query(this.rows).optional();
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	Optional<Product> findBySlug(String slug) {
		return this.jdbc.sql(ProductRows.SELECT + "where p.slug = ?").param(slug).query(this.rows).optional();
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	List<Product> findAll(Collection<ProductId> ids) {
		return this.jdbc.sql(ProductRows.SELECT + "where p.id = any(?)")
			.param(ids.stream().map(ProductId::value).toArray(UUID[]::new))
			.query(this.rows)
			.list();
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	List<Product> selling(Collection<String> filmIds) {
		return this.jdbc
			.sql(ProductRows.SELECT + "where p.film_id = any(?) and p.status = 'ACTIVE' order by p.price_minor, p.id")
			.param(filmIds.toArray(String[]::new))
			.query(this.rows)
			.list();
	}

	/**
	 * The products with these SKUs, which nobody else changes until they are done with.
	 */
	List<Product> lockBySku(Collection<String> skus) {
		return this.jdbc.sql(ProductRows.SELECT + "where p.sku = any(?) order by p.id for update of p")
			.param(skus.toArray(String[]::new))
			.query(this.rows)
			.list();
	}

	/** Adds a product; if there is one that says the same, that is the answer. */
	Product add(ProductDescription description, int onHand) {
		this.categories.check(description.category());
		NewProduct product = NewProduct.of(description, onHand);
		if (addAll(List.of(product)).isEmpty()) {
			return find(product.id()).orElseThrow();
		}
		return lockBySku(List.of(description.sku())).stream()
			.filter((known) -> known.description().equals(description))
			.findFirst()
			.orElseThrow(() -> new SkuTaken(description.sku()));
	}

	/**
	 * Adds products whose categories exist.
	 * @return those that were not added since their SKU is taken
	 */
	List<NewProduct> addAll(List<NewProduct> products) {
		List<NewProduct> left = products;
		for (int taken = 0; taken < SLUGS_TO_TRY && !left.isEmpty(); taken++) {
			left = insert(left, taken);
		}
		return left;
	}

	private List<NewProduct> insert(List<NewProduct> products, int taken) {
		int[] counts = this.batches.batchUpdate(INSERT,
				products.stream()
					.map((product) -> this.rows.parameters(product.id(), product.description())
						.addValue("slug", product.slug(taken)))
					.toArray(SqlParameterSource[]::new));
		List<NewProduct> added = new ArrayList<>();
		List<NewProduct> left = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			((counts[i] > 0) ? added : left).add(products.get(i));
		}
		this.batches.getJdbcOperations()
			.batchUpdate("insert into products.stock (product_id, on_hand) values (?, ?)",
					added.stream().map((product) -> new Object[] { product.id().value(), product.onHand() }).toList());
		added.forEach((product) -> this.announcements.added(product.id(), product.description()));
		return left;
	}

	/**
	 * Changes what is said of a product, unless it says so already.
	 * @throws ProductChanged when its version is another
	 */
	Product update(ProductId id, ProductDescription description, long version) {
		Product before = this.jdbc.sql(ProductRows.SELECT + "where p.id = ? for update of p")
			.param(id.value())
			.query(this.rows)
			.optional()
			.orElseThrow(() -> new ProductNotFound(id.toString()));
		if (before.description().equals(description)) {
			return before;
		}
		if (before.version() != version) {
			throw new ProductChanged(id, before.version());
		}
		this.categories.check(description.category());
		change(List.of(before), List.of(description));
		return find(id).orElseThrow();
	}

	/** Changes products that are locked. */
	void change(List<Product> before, List<ProductDescription> after) {
		SqlParameterSource[] parameters = new SqlParameterSource[before.size()];
		for (int i = 0; i < parameters.length; i++) {
			parameters[i] = this.rows.parameters(before.get(i).id(), after.get(i));
		}
		try {
			this.batches.batchUpdate(UPDATE, parameters);
		}
		catch (DuplicateKeyException ex) {
			throw new SkuTaken(after.getFirst().sku());
		}
		for (int i = 0; i < parameters.length; i++) {
			this.announcements.changed(before.get(i), after.get(i));
		}
	}

}
