package io.pangea.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.pangea.cart.CartId;
import io.pangea.cart.Carts;
import io.pangea.payments.Payments;
import io.pangea.products.Inventory;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static io.pangea.orders.Acting.asGuest;
import static io.pangea.orders.Fixtures.ADDRESS;
import static io.pangea.payments.LedgerEntry.Type.ACTION_REQUIRED;
import static io.pangea.payments.LedgerEntry.Type.AUTHORISED;
import static io.pangea.payments.LedgerEntry.Type.CANCELLED;
import static io.pangea.payments.LedgerEntry.Type.CAPTURED;
import static io.pangea.payments.LedgerEntry.Type.DECLINED;
import static io.pangea.payments.LedgerEntry.Type.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drives orders by hand, with real neighbours, through crashes and lost answers. Its
 * orders are written down without telling the store's own saga.
 */
@StoreTest
class CheckoutSagaTests {

	@Autowired
	private OrdersDesk desk;

	@Autowired
	private Goods goods;

	@Autowired
	private Pricing pricing;

	@Autowired
	private OrderSettings settings;

	@Autowired
	private ProductCatalog catalog;

	@Autowired
	private Inventory inventory;

	@Autowired
	private Carts carts;

	@Autowired
	private Payments payments;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TransactionOperations transaction;

	private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

	private Shop shop;

	private PurchaseOrders orders;

	private ProductId product;

	private CartId cart;

	@BeforeEach
	void open() {
		this.shop = new Shop(this.catalog, this.carts, this.payments);
		this.orders = new PurchaseOrders(this.jdbc, this.json, this.events::add, this.transaction, this.settings);
		this.product = this.shop.goods(5, "20");
		this.cart = this.shop.cartWith(this.product, 2);
	}

	private OrderId placed(String token) {
		Quote quote = this.pricing.quote(this.goods.linesOf(asGuest(() -> this.carts.find(this.cart))), "US",
				"standard");
		Instant now = PurchaseOrder.now();
		PurchaseOrder order = PurchaseOrder.place(
				new Purchase(OrderId.next(), OrderNumber.next(), null, this.cart, quote, now),
				new Contact("ada@example.org", ADDRESS), token, now.plus(this.settings.patience()));
		this.transaction.executeWithoutResult((status) -> this.orders.add(order));
		return order.id();
	}

	private CheckoutSaga saga() {
		return new CheckoutSaga(this.orders, this.inventory, this.payments, this.carts, this.settings);
	}

	private Order found(OrderId id) {
		return asGuest(() -> this.desk.find(id, this.cart));
	}

	private Task task(OrderId id) {
		return this.orders.find(id).orElseThrow().task();
	}

	private void assertConfirmedOnce(OrderId id) {
		Order order = found(id);
		assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(task(id)).isEqualTo(Task.NONE);
		assertThat(this.shop.ledger(order)).containsExactly(AUTHORISED, CAPTURED);
		assertThat(this.shop.available(this.product)).isEqualTo(3);
		assertThat(this.shop.inCart(this.cart)).isZero();
		assertThat(order.history()).extracting(Order.Step::status).doesNotHaveDuplicates();
	}

	private void assertCancelledOnce(OrderId id, String reason) {
		Order order = found(id);
		assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(order.cancelReason()).isEqualTo(reason);
		assertThat(task(id)).isEqualTo(Task.NONE);
		assertThat(this.shop.available(this.product)).isEqualTo(5);
		assertThat(this.shop.inCart(this.cart)).isEqualTo(2);
		assertThat(this.events).hasExactlyElementsOfTypes(OrderPlaced.class, OrderCancelled.class);
	}

	private static void driveThroughCrashes(CheckoutSaga saga, OrderId id) {
		for (int i = 0; i < 20; i++) {
			try {
				saga.drive(id);
			}
			catch (Unreliable.Crash ex) {
				// A new process takes the order up where it is written down.
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void confirmsOnceThoughEveryAnswerIsLostOnce(boolean crash) {
		OrderId id = placed("tok_success");
		driveThroughCrashes(unreliable(crash), id);
		assertConfirmedOnce(id);
		assertThat(this.events).hasExactlyElementsOfTypes(OrderPlaced.class, OrderConfirmed.class);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void undoesOnceThoughEveryAnswerIsLostOnce(boolean crash) {
		OrderId id = placed("tok_declined");
		driveThroughCrashes(unreliable(crash), id);
		assertCancelledOnce(id, "payment-declined");
		assertThat(this.shop.ledger(found(id))).containsExactly(DECLINED);
	}

	private CheckoutSaga unreliable(boolean crash) {
		if (crash) {
			return new CheckoutSaga(this.orders, Unreliable.crashing(Inventory.class, this.inventory),
					Unreliable.crashing(Payments.class, this.payments), Unreliable.crashing(Carts.class, this.carts),
					this.settings);
		}
		return new CheckoutSaga(this.orders, Unreliable.losing(Inventory.class, this.inventory),
				Unreliable.losing(Payments.class, this.payments), Unreliable.losing(Carts.class, this.carts),
				this.settings);
	}

	@ParameterizedTest
	@EnumSource(names = { "RESERVE", "AUTHORISE", "CAPTURE", "TAKE_STOCK", "CLEAR_CART" })
	void repeatsAnyTaskWithoutDoingItTwice(Task task) {
		OrderId id = placed("tok_success");
		saga().drive(id);
		this.jdbc.sql("update orders.orders set task = :task, payment_token = 'tok_success' where id = :id")
			.param("task", task.name())
			.param("id", id.value())
			.update();
		this.shop.put(this.cart, this.product, 1);
		saga().drive(id);
		assertThat(task(id)).isEqualTo(Task.NONE);
		assertThat(this.shop.ledger(found(id))).containsExactly(AUTHORISED, CAPTURED);
		assertThat(this.shop.available(this.product)).isEqualTo(3);
		assertThat(this.shop.inCart(this.cart)).isEqualTo(1);
	}

	@Test
	void isNotHarmedBySeveralDriversAtOnce() throws Exception {
		OrderId id = placed("tok_success");
		atOnce(id);
		assertConfirmedOnce(id);
		assertThat(this.events).hasExactlyElementsOfTypes(OrderPlaced.class, OrderConfirmed.class);
	}

	@Test
	void isUndoneOnceBySeveralDriversAtOnce() throws Exception {
		OrderId id = placed("tok_declined");
		atOnce(id);
		assertCancelledOnce(id, "payment-declined");
	}

	private void atOnce(OrderId id) throws Exception {
		Callable<Boolean> drive = () -> {
			saga().drive(id);
			return true;
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(4, drive))) {
				assertThat(result.get()).isTrue();
			}
		}
		saga().drive(id);
	}

	@Test
	void cancelsWhenTheStockIsGone() {
		OrderId id = placed("tok_success");
		Acting.asStaff(() -> this.catalog.setStock(this.product, 1));
		saga().drive(id);
		Order order = found(id);
		assertThat(order.cancelReason()).isEqualTo("out-of-stock");
		assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(order.paymentId()).isNull();
		assertThat(this.shop.available(this.product)).isEqualTo(1);
	}

	@Test
	void cancelsWhenTheProductIsWithdrawn() {
		OrderId id = placed("tok_success");
		this.shop.withdraw(this.product);
		saga().drive(id);
		assertThat(found(id).cancelReason()).isEqualTo("withdrawn");
	}

	@Test
	void doesNotTakeMoneyForAReservationAboutToLapse() {
		OrderId id = stoppedAt(Task.CAPTURE);
		this.jdbc.sql("update orders.orders set held_until = now() + interval '10 s' where id = :id")
			.param("id", id.value())
			.update();
		saga().drive(id);
		assertCancelledOnce(id, "reservation-expired");
		assertThat(this.shop.ledger(found(id))).containsExactly(AUTHORISED, CANCELLED);
	}

	@Test
	void paysBackWhenTheReservationIsGoneAfterAll() {
		OrderId id = stoppedAt(Task.TAKE_STOCK);
		this.inventory.release(this.orders.find(id).orElseThrow().reservation());
		saga().drive(id);
		assertCancelledOnce(id, "reservation-expired");
		assertThat(this.shop.ledger(found(id))).containsExactly(AUTHORISED, CAPTURED, REFUNDED);
	}

	@Test
	void givesUpBeforeMoneyIsTakenWhenItsTimeIsOver() {
		for (Task task : List.of(Task.RESERVE, Task.AUTHORISE, Task.CAPTURE)) {
			this.events.clear();
			OrderId id = stoppedAt(task);
			this.jdbc.sql("update orders.orders set deadline = now() - interval '1 s' where id = :id")
				.param("id", id.value())
				.update();
			saga().drive(id);
			assertCancelledOnce(id, "timed-out");
		}
	}

	@Test
	void findsThePaymentItsLostAnswerSpokeOf() {
		OrderId id = placed("tok_success");
		Payments crashing = Unreliable.crashing(Payments.class, this.payments);
		driveOnce(new CheckoutSaga(this.orders, this.inventory, crashing, this.carts, this.settings), id);
		assertThat(found(id).paymentId()).isNull();
		this.jdbc.sql("update orders.orders set deadline = now() - interval '1 s' where id = :id")
			.param("id", id.value())
			.update();
		saga().drive(id);
		assertCancelledOnce(id, "timed-out");
		PurchaseOrder order = this.orders.find(id).orElseThrow();
		assertThat(order.paymentToken()).isNull();
		assertThat(this.shop.ledger(found(id))).containsExactly(AUTHORISED, CANCELLED);
	}

	@Test
	void waitsForThePayerUntilAsked() {
		OrderId id = placed("tok_3ds");
		saga().drive(id);
		Order waiting = found(id);
		assertThat(waiting.status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
		saga().drive(id);
		assertThat(found(id).status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
		this.shop.answer(waiting, true);
		saga().drive(id);
		assertThat(found(id).status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(this.shop.ledger(found(id))).containsExactly(ACTION_REQUIRED, AUTHORISED, CAPTURED);
	}

	@Test
	void triesAgainLaterWhatTheProviderDidNotAnswer() {
		OrderId id = placed("tok_unavailable");
		saga().drive(id);
		assertThat(task(id)).isEqualTo(Task.AUTHORISE);
		saga().drive(id);
		assertConfirmedOnce(id);
	}

	/** A process that died just before a task. */
	private OrderId stoppedAt(Task task) {
		OrderId id = placed("tok_success");
		String deadly = switch (task) {
			case RESERVE -> "reserve";
			case AUTHORISE -> "authorise";
			case CAPTURE -> "capture";
			case TAKE_STOCK -> "commit";
			case CLEAR_CART -> "takeOut";
			case AWAIT_PAYER, UNDO, NONE -> throw new IllegalArgumentException(task.name());
		};
		driveOnce(new CheckoutSaga(this.orders, Unreliable.dyingAt(deadly, Inventory.class, this.inventory),
				Unreliable.dyingAt(deadly, Payments.class, this.payments),
				Unreliable.dyingAt(deadly, Carts.class, this.carts), this.settings), id);
		assertThat(task(id)).isEqualTo(task);
		return id;
	}

	private static void driveOnce(CheckoutSaga saga, OrderId id) {
		try {
			saga.drive(id);
		}
		catch (Unreliable.Crash ex) {
			// That is the end of this process.
		}
	}

}
