package io.pangea.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** A product as a row of {@code products.products} with its {@code products.stock}. */
@Component
class ProductRows implements RowMapper<Product> {

	static final String COLUMNS = """
			p.id, p.sku, p.slug, p.name, p.description, p.category, p.brand, p.kind, p.price_minor, p.currency,
			p.images, p.attributes, p.translations, p.film_id, p.status, p.version, p.updated_at,
			s.on_hand - s.reserved as available""";

	static final String SELECT = "select " + COLUMNS
			+ " from products.products p join products.stock s on s.product_id = p.id ";

	private static final TypeReference<List<String>> IMAGES = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, ProductDescription.Words>> TRANSLATIONS = new TypeReference<>() {
	};

	private final JsonMapper json;

	ProductRows(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Product mapRow(ResultSet row, int number) throws SQLException {
		ProductDescription description = description(row);
		Integer available = (description.kind() == ProductKind.DIGITAL) ? null : row.getInt("available");
		return new Product(new ProductId(row.getObject("id", UUID.class)), row.getString("slug"), description,
				available, row.getObject("updated_at", OffsetDateTime.class).toInstant(), row.getLong("version"));
	}

	private ProductDescription description(ResultSet row) throws SQLException {
		Money price = Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("price_minor"));
		return new ProductDescription(row.getString("sku"), row.getString("name"), row.getString("description"),
				row.getString("category"), row.getString("brand"), ProductKind.valueOf(row.getString("kind")), price,
				this.json.readValue(row.getString("images"), IMAGES),
				this.json.readValue(row.getString("attributes"), ATTRIBUTES),
				this.json.readValue(row.getString("translations"), TRANSLATIONS), row.getString("film_id"),
				ProductStatus.valueOf(row.getString("status")));
	}

	MapSqlParameterSource parameters(ProductId id, ProductDescription description) {
		return new MapSqlParameterSource().addValue("id", id.value())
			.addValue("sku", description.sku())
			.addValue("name", description.name())
			.addValue("description", description.description())
			.addValue("category", description.category())
			.addValue("brand", description.brand())
			.addValue("kind", description.kind().name())
			.addValue("price", description.price().getAmountMinorLong())
			.addValue("currency", description.price().getCurrencyUnit().getCode())
			.addValue("images", this.json.writeValueAsString(description.images()))
			.addValue("attributes", this.json.writeValueAsString(description.attributes()))
			.addValue("translations", this.json.writeValueAsString(description.translations()))
			.addValue("filmId", description.filmId())
			.addValue("status", description.status().name());
	}

}
