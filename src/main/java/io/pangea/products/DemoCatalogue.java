package io.pangea.products;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty store with something to look at, once, however many instances start at
 * the same time.
 */
@Component
@ConditionalOnBooleanProperty("pangea.demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoCatalogue implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(DemoCatalogue.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Assortment assortment;

	private final Categories categories;

	private final JsonMapper json;

	DemoCatalogue(JdbcClient jdbc, TransactionTemplate transaction, Assortment assortment, Categories categories,
			JsonMapper json) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.assortment = assortment;
		this.categories = categories;
		this.json = json;
	}

	/** A product of the demo catalogue. */
	record DemoProduct(String sku, String name, String description, String category, String brand, ProductKind kind,
			Money price, @Nullable Integer stock, List<String> images, Map<String, String> attributes,
			Map<String, ProductDescription.Words> translations, @Nullable String filmId) {

		ProductDescription toDescription() {
			return new ProductDescription(this.sku, this.name, this.description, this.category, this.brand, this.kind,
					this.price, this.images, this.attributes, this.translations, this.filmId, ProductStatus.ACTIVE);
		}

		int onHand() {
			return (this.stock != null) ? this.stock : 0;
		}

	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (ImportCommand.isMeant(arguments.getNonOptionArgs())) {
			return;
		}
		int added = this.transaction.execute((status) -> {
			this.jdbc.sql("lock table products.categories in share row exclusive mode").update();
			boolean empty = this.jdbc.sql("select not exists (select from products.categories)")
				.query(Boolean.class)
				.single();
			return empty ? load() : 0;
		});
		if (added > 0) {
			LOG.info("The store was empty: it offers the {} goods of the demo catalogue now (pangea.demo=false leaves "
					+ "it empty)", added);
		}
	}

	private int load() {
		read("demo/categories.json", new TypeReference<List<Category>>() {
		}).forEach(this.categories::save);
		List<DemoProduct> products = read("demo/products.json", new TypeReference<List<DemoProduct>>() {
		});
		products.forEach((product) -> this.assortment.add(product.toDescription(), product.onHand()));
		return products.size();
	}

	private <T> T read(String resource, TypeReference<T> type) {
		try (InputStream in = new ClassPathResource(resource).getInputStream()) {
			return this.json.readValue(in, type);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The demo catalogue cannot be read", ex);
		}
	}

}
