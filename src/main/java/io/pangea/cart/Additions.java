package io.pangea.cart;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The additions made under an idempotency key, so that a repeat adds nothing. */
@Component
class Additions {

	private final JdbcClient jdbc;

	Additions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether the item was added under the key before.
	 * @throws KeyReused when another item was
	 */
	boolean made(CartId cart, CartItem item, @Nullable String key) {
		if (key == null) {
			return false;
		}
		return this.jdbc
			.sql("select product = :product and quantity = :quantity from cart.additions "
					+ "where cart = :cart and idempotency_key = :key")
			.param("product", item.productId().value())
			.param("quantity", item.quantity())
			.param("cart", cart.value())
			.param("key", key)
			.query(Boolean.class)
			.optional()
			.map((same) -> {
				if (!same) {
					throw new KeyReused(key);
				}
				return true;
			})
			.orElse(false);
	}

	/** Writes an addition down; the caller holds the cart's lock. */
	void make(CartId cart, CartItem item, @Nullable String key) {
		if (key != null) {
			this.jdbc
				.sql("insert into cart.additions (cart, idempotency_key, product, quantity) "
						+ "values (:cart, :key, :product, :quantity)")
				.param("cart", cart.value())
				.param("key", key)
				.param("product", item.productId().value())
				.param("quantity", item.quantity())
				.update();
		}
	}

}
