package io.pangea.processes;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the books of all modules with each other, and with what shoppers were told.
 */
final class Audit {

	private static final Set<String> FINAL = Set.of("CONFIRMED", "CANCELLED", "REFUNDED");

	private final Set<String> databases;

	private final Function<String, JdbcClient> books;

	Audit(Deployment store) {
		this(store.names(), store::books);
	}

	/**
	 * @param databases by names of their own
	 * @param books what is in a database, or in that of a module
	 */
	Audit(Set<String> databases, Function<String, JdbcClient> books) {
		this.databases = databases;
		this.books = books;
	}

	/**
	 * An order in the books of {@code orders}; money in minor units.
	 *
	 * @param confirmed how often it became confirmed
	 * @param settledAt when it was first confirmed or cancelled
	 */
	record Booked(UUID id, UUID cart, String status, String task, @Nullable UUID paymentId,
			@Nullable String cancelReason, long total, long refunded, String product, int quantity, long confirmed,
			OffsetDateTime placedAt, @Nullable OffsetDateTime settledAt) {

		boolean isSold() {
			return this.confirmed > 0;
		}

		/** How long it took until it was settled; for ever when it was not. */
		Duration took() {
			return (this.settledAt != null) ? Duration.between(this.placedAt, this.settledAt)
					: ChronoUnit.FOREVER.getDuration();
		}

	}

	List<Booked> orders() {
		return this.books.apply("orders").sql("""
				select id, cart, status, task, payment_id, cancel_reason, refunded, placed_at,
				    (quote #>> '{total,amount}')::bigint as total, quote #>> '{lines,0,productId}' as product,
				    (quote #>> '{lines,0,quantity}')::int as quantity,
				    (select count(*) from orders.history where order_id = id and history.status = 'CONFIRMED'
				        and history.refunded is null) as confirmed,
				    (select min(at) from orders.history where order_id = id
				        and history.status in ('CONFIRMED', 'CANCELLED')) as settled_at
				from orders.orders
				""").query(Booked.class).list();
	}

	/** What is still to be done, in words; empty when nothing is. */
	Map<String, Long> open() {
		Map<String, Long> open = new TreeMap<>();
		open.put("orders under way", count("orders", "orders.orders where task <> 'NONE'"));
		open.put("refunds of orders under way", count("orders", "orders.refunds where next_attempt_at is not null"));
		open.put("refunds of payments under way", count("payments", "payments.refunds where sequence is null"));
		for (String process : this.databases) {
			open.put("deliveries in " + process, count(process, "pangea.event_publication"));
			open.put("deliveries put off in " + process, count(process, "pangea.held_delivery"));
		}
		open.put("prices carts have not heard of", unheard());
		open.values().removeIf((number) -> number == 0);
		return open;
	}

	/** What carts know of prices came as events, through the broker. */
	private long unheard() {
		String prices = "select id::text || ' ' || %s from %s";
		List<String> known = this.books.apply("cart")
			.sql(prices.formatted("price", "cart.products"))
			.query(String.class)
			.list();
		Set<String> right = this.books.apply("products")
			.sql(prices.formatted("price_minor", "products.products"))
			.query(String.class)
			.set();
		return known.stream().filter((price) -> !right.contains(price)).count();
	}

	/** Fails unless everything adds up. */
	void check(Collection<Sale> sales, Map<String, Integer> stock) {
		Map<String, Booked> orders = orders().stream()
			.collect(Collectors.toMap((order) -> order.id().toString(), Function.identity()));
		noOrderIsLost(sales, orders);
		noOrderIsDoubled(orders.values());
		moneyAddsUp(orders.values());
		stockAddsUp(orders.values(), stock);
		cartsAreEmptiedOnce(orders.values());
	}

	private static void noOrderIsLost(Collection<Sale> sales, Map<String, Booked> orders) {
		assertThat(orders).containsKeys(sales.stream().map(Sale::order).toArray(String[]::new));
		assertThat(orders.values()).allSatisfy((order) -> {
			assertThat(order.task()).isEqualTo("NONE");
			assertThat(order.status()).isIn(FINAL);
		});
		assertThat(sales).allSatisfy((sale) -> {
			Booked order = Objects.requireNonNull(orders.get(sale.order()));
			assertThat(order.product()).isEqualTo(sale.product());
			assertThat(order.quantity()).isEqualTo(sale.quantity());
			if (sale.token().equals("tok_declined")) {
				assertThat(order.cancelReason()).isIn("PAYMENT_DECLINED", "OUT_OF_STOCK");
			}
			else if (!"OUT_OF_STOCK".equals(order.cancelReason())) {
				assertThat(order.status()).as("%s", order).isIn("CONFIRMED", "REFUNDED");
			}
		});
	}

	/** Each shopper ordered once, and repeated under the same key. */
	private static void noOrderIsDoubled(Collection<Booked> orders) {
		assertThat(orders).extracting(Booked::cart).doesNotHaveDuplicates();
		assertThat(orders).allSatisfy((order) -> assertThat(order.confirmed()).as("%s", order)
			.isEqualTo(order.status().equals("CANCELLED") ? 0 : 1));
	}

	/** A payment, as the ledger has it and as its provider has it. */
	record Money(UUID id, String reference, long asked, long captured, long captures, long refunded,
			String providerStatus, long providerRefunded) {

	}

	private void moneyAddsUp(Collection<Booked> orders) {
		Map<String, Money> payments = this.books.apply("payments").sql("""
				select id, reference, intent.amount_minor as asked, charge.status as provider_status,
				    charge.refunded_minor as provider_refunded, ledger.*
				from payments.intents intent join payments.simulated_charges charge on charge.idempotency_key = id,
				    lateral (select
				        coalesce(sum(amount_minor) filter (where type = 'CAPTURED'), 0)::bigint as captured,
				        count(*) filter (where type = 'CAPTURED') as captures,
				        coalesce(sum(amount_minor) filter (where type = 'REFUNDED'), 0)::bigint as refunded
				    from payments.ledger where payment_id = id) ledger
				""").query(Money.class).stream().collect(Collectors.toMap(Money::reference, Function.identity()));
		assertThat(payments.values()).hasSize((int) count("payments", "payments.intents"));
		assertThat(count("payments", "payments.simulated_charges")).isEqualTo(payments.size());
		Set<String> known = new TreeSet<>(payments.keySet());
		for (Booked order : orders) {
			Money paid = payments.get(order.id().toString());
			known.remove(order.id().toString());
			assertThat(order.isSold() && paid == null).as("sold and not paid: %s", order).isFalse();
			if (order.isSold() && paid != null) {
				assertThat(paid.captured()).as("%s", paid).isEqualTo(order.total());
				assertThat(paid.captures()).isEqualTo(1);
				assertThat(paid.refunded()).as("%s", paid).isEqualTo(order.refunded());
				assertThat(order.paymentId()).isEqualTo(paid.id());
			}
			if (paid != null) {
				long kept = order.isSold() ? order.total() - order.refunded() : 0;
				assertThat(paid.captured() - paid.refunded()).as("%s", paid).isEqualTo(kept);
				assertThat(paid.providerRefunded()).isEqualTo(paid.refunded());
				assertThat(paid.providerStatus().equals("CAPTURED")).as("%s", paid).isEqualTo(paid.captures() == 1);
			}
		}
		assertThat(known).as("payments for no order").isEmpty();
	}

	private void stockAddsUp(Collection<Booked> orders, Map<String, Integer> stock) {
		Map<String, Integer> sold = orders.stream()
			.filter(Booked::isSold)
			.collect(Collectors.toMap(Booked::product, Booked::quantity, Integer::sum));
		JdbcClient products = this.books.apply("products");
		stock.forEach((product, before) -> {
			var now = products.sql("select on_hand, reserved from products.stock where product_id = ?::uuid")
				.param(product)
				.query()
				.singleRow();
			assertThat(now).containsEntry("reserved", 0)
				.containsEntry("on_hand", before - sold.getOrDefault(product, 0));
		});
		Set<UUID> committed = products.sql("select id from products.reservations where status = 'COMMITTED'")
			.query(UUID.class)
			.set();
		assertThat(committed)
			.isEqualTo(orders.stream().filter(Booked::isSold).map(Booked::id).collect(Collectors.toSet()));
		assertThat(count("products", "products.reservations where status = 'HELD'")).isZero();
	}

	private void cartsAreEmptiedOnce(Collection<Booked> orders) {
		JdbcClient carts = this.books.apply("cart");
		assertThat(carts.sql("select order_id from cart.orders_taken_out").query(UUID.class).list())
			.containsExactlyInAnyOrderElementsOf(orders.stream().filter(Booked::isSold).map(Booked::id).toList());
		Set<UUID> full = carts.sql("select distinct cart from cart.lines").query(UUID.class).set();
		assertThat(orders)
			.allSatisfy((order) -> assertThat(full.contains(order.cart())).as("%s", order).isEqualTo(!order.isSold()));
	}

	/** Those that were placed in a span of time. */
	static Stream<Booked> placed(List<Booked> orders, Instant from, Instant to) {
		return orders.stream()
			.filter((order) -> !order.placedAt().toInstant().isBefore(from)
					&& order.placedAt().toInstant().isBefore(to));
	}

	private long count(String process, String what) {
		return this.books.apply(process).sql("select count(*) from " + what).query(Long.class).single();
	}

}
