package io.pangea.orders;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.cart.CartId;
import io.pangea.cart.Carts;
import io.pangea.payments.Payments;
import io.pangea.products.ProductCatalog;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static io.pangea.orders.Acting.asGuest;
import static io.pangea.orders.Acting.asStaff;
import static io.pangea.orders.Fixtures.ADDRESS;
import static io.pangea.orders.Fixtures.usd;
import static io.pangea.payments.LedgerEntry.Type.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Refunds whose drivers die, or whose answers get lost. */
@StoreTest
class RefundSagaTests {

	@Autowired
	private OrdersDesk desk;

	@Autowired
	private PurchaseOrders orders;

	@Autowired
	private OrderRefunds refunds;

	@Autowired
	private ProductCatalog catalog;

	@Autowired
	private Carts carts;

	@Autowired
	private Payments payments;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	private Shop shop;

	private Order order;

	@BeforeEach
	void buy() {
		this.shop = new Shop(this.catalog, this.carts, this.payments);
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		OrderId id = asGuest(() -> this.desk
			.place(new PlaceOrder(cart, "ada@example.org", ADDRESS, "standard", null, "tok_success"), null)).id();
		await().until(() -> this.orders.find(id).orElseThrow().task() == Task.NONE);
		this.order = found(id);
	}

	private Order found(OrderId id) {
		return asStaff(() -> this.desk.find(id, null));
	}

	/** Written down by a process that died before it did anything about it. */
	private UUID requested() {
		UUID id = UuidCreator.getTimeOrderedEpoch();
		this.transaction.executeWithoutResult((status) -> {
			PurchaseOrder it = this.orders.find(this.order.id()).orElseThrow();
			it.requestRefund(usd("10"));
			this.refunds.add(
					new OrderRefunds.Requested(id, it.id(), "hash", usd("10"), "late", OrderRefunds.Status.REQUESTED),
					"key", "staff");
			this.orders.save(it);
		});
		return id;
	}

	private RefundSaga saga(Payments neighbour) {
		return new RefundSaga(this.refunds, this.orders, neighbour, this.transaction);
	}

	private void assertRefundedOnce() {
		Order it = found(this.order.id());
		assertThat(it.refunded()).isEqualTo(usd("10"));
		assertThat(it.refundPending()).isEqualTo(usd("0"));
		assertThat(this.shop.ledger(it)).containsOnlyOnce(REFUNDED);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refundsOnceThoughTheAnswerIsLost(boolean crash) {
		UUID id = requested();
		RefundSaga saga = saga(crash ? Unreliable.crashing(Payments.class, this.payments)
				: Unreliable.losing(Payments.class, this.payments));
		if (crash) {
			assertThatExceptionOfType(Unreliable.Crash.class).isThrownBy(() -> saga.drive(id));
		}
		else {
			saga.drive(id);
		}
		assertThat(found(this.order.id()).refundPending()).isEqualTo(usd("10"));
		assertThat(this.shop.ledger(this.order)).containsOnlyOnce(REFUNDED);
		saga.drive(id);
		saga.drive(id);
		assertRefundedOnce();
	}

	@Test
	void isTakenUpByTheScheduleWhenItsDriverDied() {
		UUID id = requested();
		this.jdbc.sql("update orders.refunds set next_attempt_at = now() where id = :id").param("id", id).update();
		await().untilAsserted(this::assertRefundedOnce);
	}

	@Test
	void isHeldBackFromWhatOthersMayRefund() {
		requested();
		assertThatExceptionOfType(OrderNotRefundable.class)
			.isThrownBy(
					() -> asStaff(() -> this.desk.refund(this.order.id(), new Refund(usd("14.91"), "more"), "other")))
			.satisfies((ex) -> assertThat(ex.refundable()).isEqualTo(usd("14.90")));
	}

}
