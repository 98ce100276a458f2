package io.pangea.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** OrderRefunds staff asked for, and what came of them. */
@Component
class OrderRefunds {

	private final JdbcClient jdbc;

	private final OrderSettings settings;

	OrderRefunds(JdbcClient jdbc, OrderSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * A refund; its id is the idempotency key it is asked for with at {@code payments}.
	 */
	record Requested(UUID id, OrderId order, String contentHash, Money amount, String reason, Status status) {

	}

	/** Asked for, paid back, or refused by {@code payments}. */
	enum Status {

		REQUESTED, PAID, REFUSED

	}

	/**
	 * Of several under one key at the same time the first wins and the others wait for
	 * it.
	 * @return false when there is one under the key already
	 */
	boolean add(Requested refund, String key, String requestedBy) {
		return this.jdbc.sql("""
				insert into orders.refunds (id, order_id, key, content_hash, currency, amount, reason, requested_by,
				    status, next_attempt_at)
				values (:id, :order, :key, :hash, :currency, :amount, :reason, :requestedBy, :status,
				    now() + :lease * interval '1 ms')
				on conflict (order_id, key) do nothing
				""")
			.param("id", refund.id())
			.param("order", refund.order().value())
			.param("key", key)
			.param("hash", refund.contentHash())
			.param("currency", refund.amount().getCurrencyUnit().getCode())
			.param("amount", refund.amount().getAmountMinorLong())
			.param("reason", refund.reason())
			.param("requestedBy", requestedBy)
			.param("status", refund.status().name())
			.param("lease", this.settings.stepTimeout().toMillis())
			.update() == 1;
	}

	Optional<Requested> find(OrderId order, String key) {
		return requested(this.jdbc.sql("select * from orders.refunds where order_id = :order and key = :key")
			.param("order", order.value())
			.param("key", key));
	}

	Optional<Requested> find(UUID id) {
		return requested(this.jdbc.sql("select * from orders.refunds where id = :id").param("id", id));
	}

	private static Optional<Requested> requested(JdbcClient.StatementSpec statement) {
		return statement
			.query((row, number) -> new Requested(row.getObject("id", UUID.class),
					new OrderId(row.getObject("order_id", UUID.class)), row.getString("content_hash"),
					Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
					row.getString("reason"), Status.valueOf(row.getString("status"))))
			.optional();
	}

	/**
	 * @return false when somebody settled it already
	 */
	boolean settle(UUID id, Status as) {
		return this.jdbc.sql("""
				update orders.refunds set status = :as, next_attempt_at = null
				where id = :id and status = 'REQUESTED'
				""").param("id", id).param("as", as.name()).update() == 1;
	}

	/** The wait doubles from time to time. */
	void postpone(UUID id) {
		this.jdbc.sql("""
				update orders.refunds set attempts = attempts + 1,
				    next_attempt_at = now() + least(:first * power(2, least(attempts, 20)), :longest) * interval '1 ms'
				where id = :id and status = 'REQUESTED'
				""")
			.param("id", id)
			.param("first", this.settings.firstRetry().toMillis())
			.param("longest", this.settings.longestRetry().toMillis())
			.update();
	}

	/** Takes up refunds that are due; nobody else gets them meanwhile. */
	List<UUID> claimDue(int limit) {
		return this.jdbc.sql("""
				update orders.refunds set next_attempt_at = now() + :lease * interval '1 ms' where id in (
				    select id from orders.refunds where next_attempt_at <= now()
				    order by next_attempt_at limit :limit for update skip locked)
				returning id
				""")
			.param("lease", this.settings.stepTimeout().toMillis())
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

}
