package io.pangea.orders;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which order a key stands for; each account, and each guest's cart, has its own keys.
 */
@Component
class IdempotencyKeys {

	private final JdbcClient jdbc;

	IdempotencyKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A key as used for a request. */
	record Key(UUID scope, String text, String contentHash) {

	}

	/**
	 * @throws KeyReused when it was used with other content
	 */
	Optional<OrderId> find(Key key) {
		return this.jdbc.sql("""
				select order_id, content_hash = :hash as same from orders.idempotency_keys
				where scope = :scope and key = :key
				""")
			.param("scope", key.scope())
			.param("key", key.text())
			.param("hash", key.contentHash())
			.query(Use.class)
			.optional()
			.map((use) -> use.order(key));
	}

	/** The last order somebody placed by the very same request. */
	Optional<OrderId> findSame(UUID scope, String contentHash) {
		return this.jdbc.sql("""
				select order_id, true as same from orders.idempotency_keys
				where scope = :scope and content_hash = :hash order by order_id desc limit 1
				""")
			.param("scope", scope)
			.param("hash", contentHash)
			.query(Use.class)
			.optional()
			.map((use) -> new OrderId(use.orderId()));
	}

	/**
	 * Keeps a key for an order, in the transaction that places it. Of several at the same
	 * time the first wins and the others wait for it.
	 * @return false when it belongs to an order already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean claim(Key key, OrderId order) {
		return this.jdbc.sql("""
				insert into orders.idempotency_keys (scope, key, content_hash, order_id)
				values (:scope, :key, :hash, :order) on conflict do nothing
				""")
			.param("scope", key.scope())
			.param("key", key.text())
			.param("hash", key.contentHash())
			.param("order", order.value())
			.update() == 1;
	}

	private record Use(UUID orderId, boolean same) {

		OrderId order(Key key) {
			if (!this.same) {
				throw new KeyReused(key.text());
			}
			return new OrderId(this.orderId);
		}

	}

}
