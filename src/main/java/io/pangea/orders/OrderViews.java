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

	OrderPage ofBuyer(AccountId buyer, @Nullable String cursor, int limit) {
		return page(this.jdbc.sql(SELECT + "where o.buyer = :buyer and o.id < :before order by o.id desc limit :limit")
			.param("buyer", buyer.value()), cursor, limit);
	}

	OrderPage all(@Nullable OrderStatus status, @Nullable String cursor, int limit) {
		if (status == null) {
			return page(this.jdbc.sql(SELECT + "where o.id < :before order by o.id desc limit :limit"), cursor, limit);
		}
		return page(
				this.jdbc.sql(SELECT + "where o.status = :status and o.id < :before order by o.id desc limit :limit")
					.param("status", status.name()),
				cursor, limit);
	}

	private OrderPage page(JdbcClient.StatementSpec statement, @Nullable String cursor, int limit) {
		List<Order> found = statement.param("before", (cursor != null) ? Cursor.parse(cursor) : LAST)
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
