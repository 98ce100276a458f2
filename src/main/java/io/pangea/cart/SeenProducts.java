package io.pangea.cart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pangea.products.ProductId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The products in carts as last seen, so that a cart can be shown while {@code products}
 * does not answer. What was seen earlier never replaces what was seen later.
 */
@Component
class SeenProducts {

	private final JdbcClient jdbc;

	SeenProducts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void remember(SeenProduct product) {
		this.jdbc.sql("""
				insert into cart.products as seen (id, slug, name, image, physical, price, currency, priced_at,
				  on_sale, on_sale_at)
				values (:id, :slug, :name, :image, :physical, :price, :currency, :seenAt, :onSale, :seenAt)
				on conflict (id) do update set slug = excluded.slug, name = excluded.name, image = excluded.image,
				  physical = excluded.physical, price = excluded.price, currency = excluded.currency,
				  priced_at = excluded.priced_at, on_sale = excluded.on_sale, on_sale_at = excluded.on_sale_at
				where greatest(seen.priced_at, seen.on_sale_at) < excluded.priced_at
				""")
			.param("id", product.id().value())
			.param("slug", product.slug())
			.param("name", product.name())
			.param("image", product.image())
			.param("physical", product.physical())
			.param("price", product.price().getAmountMinorLong())
			.param("currency", product.price().getCurrencyUnit().getCode())
			.param("onSale", product.onSale())
			.param("seenAt", at(product.seenAt()))
			.update();
	}

	void price(ProductId id, Money price, Instant since) {
		this.jdbc.sql("""
				update cart.products set price = :price, currency = :currency, priced_at = :since
				where id = :id and priced_at <= :since
				""")
			.param("id", id.value())
			.param("price", price.getAmountMinorLong())
			.param("currency", price.getCurrencyUnit().getCode())
			.param("since", at(since))
			.update();
	}

	void onSale(ProductId id, boolean onSale, Instant since) {
		this.jdbc
			.sql("update cart.products set on_sale = :onSale, on_sale_at = :since "
					+ "where id = :id and on_sale_at <= :since")
			.param("id", id.value())
			.param("onSale", onSale)
			.param("since", at(since))
			.update();
	}

	Map<ProductId, SeenProduct> find(Collection<ProductId> ids) {
		UUID[] values = ids.stream().map(ProductId::value).toArray(UUID[]::new);
		return this.jdbc.sql("select * from cart.products where id = any (:ids)")
			.param("ids", values)
			.query(SeenProducts::product)
			.list()
			.stream()
			.collect(Collectors.toMap(SeenProduct::id, Function.identity()));
	}

	private static SeenProduct product(ResultSet row, int number) throws SQLException {
		return new SeenProduct(new ProductId(row.getObject("id", UUID.class)), row.getString("slug"),
				row.getString("name"), row.getString("image"), row.getBoolean("physical"),
				Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("price")),
				row.getBoolean("on_sale"), row.getObject("priced_at", OffsetDateTime.class).toInstant());
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
