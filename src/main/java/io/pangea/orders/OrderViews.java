package io.pangea.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as others see them, newest first: their ids are ordered by time. */
@Component
class OrderViews {

	private static final String SELECT = """
			select o.*, (
			    select json_agg(json_build_object('status', h.status, 'at', h.at, 'note', h.note,
			        'refunded', case when h.refunded is not null then
			            json_build_object('amount', h.refunded, 'currency', o.currency) end) order by h.version)
			    from orders.history h where h.order_id = o.id) as history
			from orders.orders o
			""";

	private static final UUID LAST = new UUID(-1, -1);

	private final JdbcClient jdbc;

	private final OrderRows rows;

	OrderViews(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.rows = new OrderRows(json);
	}

	Optional<OrderRows.Listed> find(OrderId id) {
		return this.jdbc.sql(SELECT + "where o.id = :id").param("id", id.value()).query(this.rows::listed).optional();
	}

	/**
	 * @param status of all that are wanted, if not all are
	 * @param buyer of all that are wanted, if not all are
	 */
	OrderPage list(@Nullable OrderStatus status, @Nullable AccountId buyer, @Nullable String cursor, int limit) {
		String sql = SELECT + "where o.id < :before" + ((status != null) ? " and o.status = :status" : "")
				+ ((buyer != null) ? " and o.buyer = :buyer" : "") + " order by o.id desc limit :limit";
		List<Order> found = this.jdbc.sql(sql)
			.param("before", (cursor != null) ? Cursor.parse(cursor) : LAST)
			.param("status", (status != null) ? status.name() : null)
			.param("buyer", (buyer != null) ? buyer.value() : null)
			.param("limit", limit + 1)
			.query(this.rows::listed)
			.list()
			.stream()
			.map(OrderRows.Listed::withoutSecret)
			.toList();
		boolean more = found.size() > limit;
		List<Order> items = more ? found.subList(0, limit) : found;
		return new OrderPage(items, more ? Cursor.after(items.getLast().id()) : null);
	}

}
