package io.pangea.orders;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All orders. SQL by hand, since the saga stores an order after each task and an order's
 * history is only ever added to.
 */
@Component
class PurchaseOrders {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transaction;

	private final OrderSettings settings;

	private final OrderRows rows;

	PurchaseOrders(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events,
			TransactionOperations transaction, OrderSettings settings) {
		this.jdbc = jdbc;
		this.json = json;
		this.events = events;
		this.transaction = transaction;
		this.settings = settings;
		this.rows = new OrderRows(json);
	}

	/**
	 * Writes a new order down, in the caller's transaction; the saga looks after it from
	 * then on.
	 * @return false when its number is taken
	 */
	boolean add(PurchaseOrder order) {
		Purchase purchase = order.purchase();
		boolean added = written(order, this.jdbc.sql("""
				with changed as (
				    insert into orders.orders (id, number, buyer, cart, quote, placed_at, email, address, forgotten,
				        status, task, payment_token, deadline, currency, refunded, refund_pending, version,
				        next_attempt_at)
				    values (:id, :number, :buyer, :cart, :quote::jsonb, :placedAt, :email, :address::jsonb, :forgotten,
				        :status, :task, :token, :deadline, :currency, :refunded, :refundPending, 0, :nextAttemptAt)
				    on conflict (number) do nothing returning id, version),
				noted as (
				    insert into orders.history (order_id, version, status, at, note, refunded)
				    select id, version, :status, :at, :note, :paidBack from changed)
				select count(*) from changed
				""")
			.param("number", purchase.number())
			.param("buyer", (purchase.buyer() != null) ? purchase.buyer().value() : null)
			.param("cart", purchase.cart().value())
			.param("quote", this.json.writeValueAsString(purchase.quote()))
			.param("placedAt", utc(purchase.placedAt()))
			.param("currency", purchase.quote().total().getCurrencyUnit().getCode()));
		if (added) {
			order.events().forEach(this.events::publishEvent);
		}
		return added;
	}

	/**
	 * Stores what became of an order, together with the facts that makes true; answers it
	 * as stored.
	 * @throws OptimisticLockingFailureException when somebody changed it since it was
	 * read
	 */
	PurchaseOrder save(PurchaseOrder order) {
		if (order.events().isEmpty()) {
			update(order);
		}
		else {
			this.transaction.executeWithoutResult((status) -> {
				update(order);
				order.events().forEach(this.events::publishEvent);
			});
		}
		return order.stored();
	}

	private void update(PurchaseOrder order) {
		boolean saved = written(order, this.jdbc.sql("""
				with changed as (
				    update orders.orders set email = :email, address = :address::jsonb, forgotten = :forgotten,
				        status = :status, task = :task, payment_token = :token, payment_id = :paymentId,
				        action_secret = :secret, cancel_reason = :reason, held_until = :heldUntil,
				        deadline = :deadline, refunded = :refunded, refund_pending = :refundPending,
				        shipment = :shipment::jsonb, version = version + 1, attempts = 0,
				        next_attempt_at = :nextAttemptAt
				    where id = :id and version = :version returning id, version),
				noted as (
				    insert into orders.history (order_id, version, status, at, note, refunded)
				    select id, version, :status, :at, :note, :paidBack from changed where :at::timestamptz is not null)
				select count(*) from changed
				"""));
		if (!saved) {
			throw new OptimisticLockingFailureException("Order %s was changed in the meantime".formatted(order.id()));
		}
	}

	private boolean written(PurchaseOrder order, JdbcClient.StatementSpec statement) {
		Progress now = order.progress();
		Order.Step entry = order.entry();
		return statement.param("id", order.id().value())
			.param("version", now.version())
			.param("email", order.contact().email())
			.param("address", this.json.writeValueAsString(order.contact().address()))
			.param("forgotten", now.forgotten())
			.param("status", now.status().name())
			.param("task", now.task().name())
			.param("token", now.paymentToken())
			.param("paymentId", (now.paymentId() != null) ? now.paymentId().value() : null)
			.param("secret", now.actionSecret())
			.param("reason", (now.cancelReason() != null) ? now.cancelReason().name() : null)
			.param("heldUntil", (now.heldUntil() != null) ? utc(now.heldUntil()) : null)
			.param("deadline", utc(now.deadline()))
			.param("refunded", now.refunded().getAmountMinorLong())
			.param("refundPending", now.refundPending().getAmountMinorLong())
			.param("shipment", (now.shipment() != null) ? this.json.writeValueAsString(now.shipment()) : null)
			.param("nextAttemptAt", nextAttemptAt(now.task()))
			.param("at", (entry != null) ? utc(entry.at()) : null)
			.param("note", (entry != null) ? entry.note() : null)
			.param("paidBack",
					(entry != null && entry.refunded() != null) ? entry.refunded().getAmountMinorLong() : null,
					Types.BIGINT)
			.query(Integer.class)
			.single() == 1;
	}

	/** When the schedule takes it up, should whoever carries it on now have died. */
	private @Nullable OffsetDateTime nextAttemptAt(Task task) {
		return (task != Task.NONE) ? utc(Instant.now().plus(this.settings.stepTimeout())) : null;
	}

	Optional<PurchaseOrder> find(OrderId id) {
		return this.jdbc.sql("select * from orders.orders where id = :id")
			.param("id", id.value())
			.query(this.rows::order)
			.optional();
	}

	/** Puts off an order that cannot go on now; the wait doubles from time to time. */
	void postpone(PurchaseOrder order) {
		this.jdbc.sql("""
				update orders.orders set attempts = attempts + 1,
				    next_attempt_at = now() + least(:first * power(2, least(attempts, 20)), :longest) * interval '1 ms'
				where id = :id and version = :version and next_attempt_at is not null
				""")
			.param("id", order.id().value())
			.param("version", order.progress().version())
			.param("first", this.settings.firstRetry().toMillis())
			.param("longest", this.settings.longestRetry().toMillis())
			.update();
	}

	/** Takes up orders that are due; nobody else gets them meanwhile. */
	List<OrderId> claimDue(int limit) {
		return this.jdbc.sql("""
				update orders.orders set next_attempt_at = now() + :lease * interval '1 ms' where id in (
				    select id from orders.orders where next_attempt_at <= now()
				    order by next_attempt_at limit :limit for update skip locked)
				returning id
				""")
			.param("lease", this.settings.stepTimeout().toMillis())
			.param("limit", limit)
			.query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
			.list();
	}

	/** Whether this is what the saga does next with an order. */
	boolean isNext(Task task, OrderId id) {
		return this.jdbc.sql("select exists (select from orders.orders where id = :id and task = :task)")
			.param("id", id.value())
			.param("task", task.name())
			.query(Boolean.class)
			.single();
	}

	List<OrderId> ofBuyer(AccountId buyer) {
		return this.jdbc.sql("select id from orders.orders where buyer = :buyer and not forgotten")
			.param("buyer", buyer.value())
			.query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
			.list();
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
