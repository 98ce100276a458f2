package io.pangea.processes;

import java.util.List;

/**
 * A way to cook the books that an audit has to find, and how to take it back.
 *
 * @param process whose books
 */
record Tampering(String process, String sql, String undo) {

	private static final String SOME_ORDER = "(select id from orders.orders where status = 'CONFIRMED' order by id limit 1)";

	private static final String SOME_CHARGE = "(select idempotency_key from payments.simulated_charges "
			+ "where status = 'CAPTURED' order by 1 limit 1)";

	private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

	static List<Tampering> all() {
		return List.of(new Tampering("orders",
				"insert into orders.history (order_id, version, status, at) values (%s, 999, 'CONFIRMED', now())"
					.formatted(SOME_ORDER),
				"delete from orders.history where version = 999"),
				new Tampering("orders", "update orders.orders set refunded = refunded + 1 where id = " + SOME_ORDER,
						"update orders.orders set refunded = refunded - 1 where id = " + SOME_ORDER),
				new Tampering("payments",
						"update payments.simulated_charges set refunded_minor = refunded_minor + 1 where idempotency_key = "
								+ SOME_CHARGE,
						"update payments.simulated_charges set refunded_minor = refunded_minor - 1 where idempotency_key = "
								+ SOME_CHARGE),
				new Tampering("payments",
						"update payments.intents set reference = 'not ' || reference where id = " + SOME_CHARGE,
						"update payments.intents set reference = substr(reference, 5) where id = " + SOME_CHARGE),
				new Tampering("products", "update products.stock set on_hand = on_hand - 1 where on_hand > 90000",
						"update products.stock set on_hand = on_hand + 1 where on_hand > 90000"),
				new Tampering("products",
						"insert into products.reservations (id, status, expires_at) values ('%s', 'HELD', now())"
							.formatted(NOBODY),
						"delete from products.reservations where id = '%s'".formatted(NOBODY)),
				new Tampering("cart",
						"insert into cart.orders_taken_out select id, '%s' from cart.carts limit 1".formatted(NOBODY),
						"delete from cart.orders_taken_out where order_id = '%s'".formatted(NOBODY)));
	}

}
