package io.pangea.products;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff does to single products, each in one transaction. */
@Component
@Transactional
class StaffDesk {

	private final Assortment assortment;

	private final Stock stock;

	private final RequestKeys keys;

	private final JsonMapper json;

	StaffDesk(Assortment assortment, Stock stock, RequestKeys keys, JsonMapper json) {
		this.assortment = assortment;
		this.stock = stock;
		this.keys = keys;
		this.json = json;
	}

	Product add(ProductDescription description, @Nullable String key) {
		if (key == null) {
			return this.assortment.add(description, 0);
		}
		String content = this.json.writeValueAsString(description);
		UUID known = this.keys.answer("add", key, content).orElse(null);
		if (known != null) {
			return find(new ProductId(known));
		}
		Product product = this.assortment.add(description, 0);
		this.keys.remember("add", key, content, product.id().value());
		return product;
	}

	StockLevel stock(ProductId id) {
		if (find(id).description().kind() == ProductKind.DIGITAL) {
			throw new InvalidField("id", "is an item that is never out of stock");
		}
		return this.stock.of(id);
	}

	Product setStock(ProductId id, int onHand) {
		this.stock.set(find(id), onHand);
		return find(id);
	}

	private Product find(ProductId id) {
		return this.assortment.find(id).orElseThrow(() -> new ProductNotFound(id.toString()));
	}

}
