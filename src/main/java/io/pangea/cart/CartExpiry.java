package io.pangea.cart;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets carts nobody used for long, and idempotency keys nobody will repeat. */
@Component
class CartExpiry {

	private static final int BATCH = 200;

	private final StoredCarts carts;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final CartSettings settings;

	private final TransactionOperations transactions;

	CartExpiry(StoredCarts carts, JdbcClient jdbc, ApplicationEventPublisher events, CartSettings settings,
			TransactionOperations transactions) {
		this.carts = carts;
		this.jdbc = jdbc;
		this.events = events;
		this.settings = settings;
		this.transactions = transactions;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	@SchedulerLock(name = "cart.expiry")
	void forget() {
		Instant now = Instant.now();
		int forgotten;
		do {
			forgotten = this.transactions.execute((transaction) -> forgetCarts(now));
		}
		while (forgotten == BATCH);
		this.jdbc.sql("delete from cart.additions where added_at < :before")
			.param("before", at(now.minus(this.settings.keyExpiry())))
			.update();
	}

	/** Leaves out the carts somebody is just changing, as that is a use. */
	private int forgetCarts(Instant now) {
		List<CartId> expired = this.jdbc
			.sql("select id from cart.carts where expires_at <= :now limit :batch for update skip locked")
			.param("now", at(now))
			.param("batch", BATCH)
			.query((row, number) -> new CartId(row.getObject("id", UUID.class)))
			.list();
		for (CartId id : expired) {
			this.carts.findById(id).ifPresent(this::abandon);
			this.carts.deleteById(id);
		}
		return expired.size();
	}

	private void abandon(StoredCart cart) {
		int items = cart.lines().stream().mapToInt(StoredLine::quantity).sum();
		if (items > 0) {
			this.events
				.publishEvent(new CartAbandoned(UUID.randomUUID(), Instant.now(), cart.id(), cart.owner(), items));
		}
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
