package io.pangea.orders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.cart.CartId;
import io.pangea.cart.CartItem;
import io.pangea.cart.Carts;
import io.pangea.payments.CardNumberRefused;
import io.pangea.payments.Payments;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.testing.StoreTest;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.pangea.orders.Acting.asCustomer;
import static io.pangea.orders.Acting.asGuest;
import static io.pangea.orders.Acting.asStaff;
import static io.pangea.orders.Fixtures.ADDRESS;
import static io.pangea.orders.Fixtures.usd;
import static io.pangea.payments.LedgerEntry.Type.ACTION_REQUIRED;
import static io.pangea.payments.LedgerEntry.Type.AUTHORISED;
import static io.pangea.payments.LedgerEntry.Type.CANCELLED;
import static io.pangea.payments.LedgerEntry.Type.CAPTURED;
import static io.pangea.payments.LedgerEntry.Type.DECLINED;
import static io.pangea.payments.LedgerEntry.Type.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@StoreTest
class OrdersTests {

	@Autowired
	private OrdersDesk orders;

	@Autowired
	private ProductCatalog catalog;

	@Autowired
	private Carts carts;

	@Autowired
	private Payments payments;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OrderListeners listeners;

	private Shop shop;

	@BeforeEach
	void open() {
		this.shop = new Shop(this.catalog, this.carts, this.payments);
	}

	private static PlaceOrder request(CartId cart, String token) {
		return request(cart, token, null);
	}

	private static PlaceOrder request(CartId cart, String token, @Nullable Money shownTotal) {
		return new PlaceOrder(cart, "ada@example.org", ADDRESS, "standard", shownTotal, token);
	}

	private Order placed(CartId cart, String token) {
		return asGuest(() -> this.orders.place(request(cart, token), null));
	}

	private Order reaching(OrderStatus status, Order order, CartId cart) {
		return await().until(() -> asGuest(() -> this.orders.find(order.id(), cart)), (it) -> it.status() == status);
	}

	private Order confirmed(CartId cart) {
		Order order = reaching(OrderStatus.CONFIRMED, placed(cart, "tok_success"), cart);
		await().until(() -> this.shop.inCart(cart) == 0);
		return order;
	}

	private static List<OrderStatus> statuses(Order order) {
		return order.history().stream().map(Order.Step::status).toList();
	}

	@Test
	void confirmsWhatIsPaidFor() {
		ProductId product = this.shop.goods(5, "20");
		CartId cart = this.shop.cartWith(product, 2);
		Order order = placed(cart, "tok_success");
		assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
		assertThat(order.quote().total()).isEqualTo(usd("44.90"));
		Order confirmed = reaching(OrderStatus.CONFIRMED, order, cart);
		assertThat(statuses(confirmed)).containsExactly(OrderStatus.PLACED, OrderStatus.RESERVED,
				OrderStatus.AUTHORISED, OrderStatus.CONFIRMED);
		assertThat(this.shop.available(product)).isEqualTo(3);
		assertThat(this.shop.ledger(confirmed)).containsExactly(AUTHORISED, CAPTURED);
		await().until(() -> this.shop.inCart(cart) == 0);
		assertThat(tokenOf(order)).isNull();
	}

	private @Nullable Object tokenOf(Order order) {
		return this.jdbc.sql("select payment_token from orders.orders where id = :id")
			.param("id", order.id().value())
			.query()
			.singleRow()
			.get("payment_token");
	}

	@Test
	void confirmsADigitalOrderWithNothingToShip() {
		CartId cart = this.shop.cartWith(this.shop.film("9.99"), 1);
		Order placed = asGuest(() -> this.orders
			.place(new PlaceOrder(cart, "ada@example.org", ADDRESS, null, usd("9.99"), "tok_success"), "film"));
		Order order = reaching(OrderStatus.CONFIRMED, placed, cart);
		assertThatExceptionOfType(OrderNotShippable.class)
			.isThrownBy(() -> asStaff(() -> this.orders.ship(order.id(), new Shipment("Post", null))));
	}

	@Test
	void cancelsADeclinedOrderAndTakesASecondCard() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order declined = reaching(OrderStatus.CANCELLED, placed(cart, "tok_declined"), cart);
		assertThat(declined.cancelReason()).isEqualTo("payment-declined");
		assertThat(this.shop.available(product)).isEqualTo(1);
		assertThat(this.shop.inCart(cart)).isEqualTo(1);
		assertThat(this.shop.ledger(declined)).containsExactly(DECLINED);
		confirmed(cart);
		assertThat(this.shop.available(product)).isZero();
	}

	@Test
	void cancelsWhenTheProviderDoesNotKnowTheToken() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order order = reaching(OrderStatus.CANCELLED, placed(cart, "tok_from_nowhere"), cart);
		assertThat(order.cancelReason()).isEqualTo("payment-declined");
		assertThat(order.paymentId()).isNull();
		assertThat(this.shop.available(product)).isEqualTo(1);
	}

	@Test
	void waitsForThePayerAndConfirms() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order waiting = reaching(OrderStatus.ACTION_REQUIRED, placed(cart, "tok_3ds"), cart);
		assertThat(asStaff(() -> this.orders.find(waiting.id(), null)).actionSecret()).isNull();
		this.shop.answer(waiting, true);
		Order order = reaching(OrderStatus.CONFIRMED, waiting, cart);
		assertThat(order.actionSecret()).isNull();
		assertThat(this.shop.ledger(order)).containsExactly(ACTION_REQUIRED, AUTHORISED, CAPTURED);
	}

	@Test
	void cancelsWhatThePayerDenies() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order waiting = reaching(OrderStatus.ACTION_REQUIRED, placed(cart, "tok_3ds"), cart);
		this.shop.answer(waiting, false);
		Order order = reaching(OrderStatus.CANCELLED, waiting, cart);
		assertThat(order.cancelReason()).isEqualTo("payment-declined");
		assertThat(this.shop.available(product)).isEqualTo(1);
	}

	@Test
	void cancelsWhatThePayerNeverAnswers() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order waiting = reaching(OrderStatus.ACTION_REQUIRED, placed(cart, "tok_3ds"), cart);
		this.jdbc
			.sql("update orders.orders set deadline = now() - interval '1 s', next_attempt_at = now() where id = :id")
			.param("id", waiting.id().value())
			.update();
		Order order = reaching(OrderStatus.CANCELLED, waiting, cart);
		assertThat(order.cancelReason()).isEqualTo("timed-out");
		assertThat(this.shop.available(product)).isEqualTo(1);
		assertThat(this.shop.ledger(order)).containsExactly(ACTION_REQUIRED, CANCELLED);
	}

	@Test
	void sellsTheLastOneOnce() throws Exception {
		ProductId product = this.shop.goods(1, "20");
		List<CartId> carts = List.of(this.shop.cartWith(product, 1), this.shop.cartWith(product, 1));
		List<Callable<String>> buyers = carts.stream().<Callable<String>>map((cart) -> () -> outcome(cart)).toList();
		assertThat(atOnce(buyers)).containsOnlyOnce("CONFIRMED");
		assertThat(this.shop.available(product)).isZero();
	}

	private String outcome(CartId cart) {
		try {
			Order order = placed(cart, "tok_success");
			return await()
				.until(() -> asGuest(() -> this.orders.find(order.id(), cart)),
						(it) -> Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED).contains(it.status()))
				.status()
				.name();
		}
		catch (CartEmpty ex) {
			return "SOLD_OUT";
		}
	}

	private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(calls)) {
				results.add(result.get());
			}
			return results;
		}
	}

	@Test
	void makesOneOrderOfADoubleClick() throws Exception {
		ProductId product = this.shop.goods(10, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Callable<Order> click = () -> asGuest(() -> this.orders.place(request(cart, "tok_success"), "click"));
		Set<OrderId> ids = atOnce(Collections.nCopies(8, click)).stream().map(Order::id).collect(Collectors.toSet());
		assertThat(ids).hasSize(1);
		Order order = reaching(OrderStatus.CONFIRMED, click.call(), cart);
		assertThat(ids).containsExactly(order.id());
		assertThat(this.shop.available(product)).isEqualTo(9);
		assertThat(this.shop.ledger(order)).containsExactly(AUTHORISED, CAPTURED);
	}

	@Test
	void makesOneOrderOfARepeatWithoutAKey() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Order first = confirmed(cart);
		assertThat(placed(cart, "tok_success").id()).isEqualTo(first.id());
	}

	@Test
	void refusesAKeyThatWasUsedForSomethingElse() {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		asGuest(() -> this.orders.place(request(cart, "tok_success"), "key"));
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> asGuest(() -> this.orders.place(request(cart, "tok_declined"), "key")));
	}

	@Test
	void refusesATotalThatNoLongerHolds() {
		ProductId product = this.shop.goods(5, "20");
		CartId cart = this.shop.cartWith(product, 1);
		Money shown = asGuest(() -> this.orders.quote(cart, "US", "standard")).total();
		this.shop.reprice(product, "21");
		assertThatExceptionOfType(PriceChanged.class)
			.isThrownBy(() -> asGuest(() -> this.orders.place(request(cart, "tok_success", shown), null)))
			.satisfies((ex) -> assertThat(ex.current()).isEqualTo(usd("25.90")));
		assertThat(asGuest(() -> this.orders.place(request(cart, "tok_success", usd("25.90")), null)).status())
			.isEqualTo(OrderStatus.PLACED);
	}

	@Test
	void refusesACardNumberBeforeAnythingIsStored() {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		assertThatExceptionOfType(CardNumberRefused.class).isThrownBy(() -> placed(cart, "4111 1111-1111 1111"));
		assertThat(this.jdbc.sql("select count(*) from orders.orders where cart = :cart")
			.param("cart", cart.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void leavesNothingOutSilently() {
		ProductId gone = this.shop.goods(5, "20");
		CartId cart = this.shop.cartWith(gone, 1);
		ProductId scarce = this.shop.goods(5, "20");
		this.shop.put(cart, scarce, 3);
		ProductId good = this.shop.goods(5, "20");
		this.shop.put(cart, good, 1);
		this.shop.withdraw(gone);
		asStaff(() -> this.catalog.setStock(scarce, 2));
		assertThatExceptionOfType(LinesUnavailable.class).isThrownBy(() -> placed(cart, "tok_success"))
			.satisfies((ex) -> assertThat(ex.products()).containsExactlyInAnyOrder(gone, scarce));
	}

	@Test
	void findsNothingToBuyInACartThatIsEmptyOrSoldOut() {
		CartId empty = asGuest(() -> this.carts.open(null)).id();
		assertThatExceptionOfType(CartEmpty.class).isThrownBy(() -> placed(empty, "tok_success"));
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		this.shop.withdraw(product);
		assertThatExceptionOfType(CartEmpty.class)
			.isThrownBy(() -> asGuest(() -> this.orders.quote(cart, "US", "standard")));
	}

	@Test
	void showsAGuestsOrderToWhoKnowsItsCart() {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		OrderId id = placed(cart, "tok_success").id();
		assertThat(asGuest(() -> this.orders.find(id, cart)).id()).isEqualTo(id);
		assertThat(asStaff(() -> this.orders.find(id, null)).id()).isEqualTo(id);
		assertThatExceptionOfType(OrderNotFound.class).isThrownBy(() -> asGuest(() -> this.orders.find(id, null)));
		assertThatExceptionOfType(OrderNotFound.class)
			.isThrownBy(() -> asGuest(() -> this.orders.find(id, CartId.next())));
	}

	@Test
	void showsAnAccountsOrderToNobodyElse() {
		AccountId buyer = AccountId.next();
		Order order = placedBy(buyer);
		CartId cart = asCustomer(buyer, () -> this.carts.mine()).id();
		assertThat(asCustomer(buyer, () -> this.orders.find(order.id(), null)).buyer()).isEqualTo(buyer);
		assertThatExceptionOfType(OrderNotFound.class)
			.isThrownBy(() -> asCustomer(AccountId.next(), () -> this.orders.find(order.id(), cart)));
		assertThatExceptionOfType(OrderNotFound.class)
			.isThrownBy(() -> asGuest(() -> this.orders.find(order.id(), cart)));
	}

	private Order placedBy(AccountId buyer) {
		ProductId product = this.shop.goods(5, "20");
		CartId cart = asCustomer(buyer, () -> this.carts.mine()).id();
		asCustomer(buyer, () -> this.carts.add(cart, new CartItem(product, 1), null));
		Order order = asCustomer(buyer, () -> this.orders.place(request(cart, "tok_success"), null));
		await().until(() -> asCustomer(buyer, () -> this.carts.mine()).lines().isEmpty());
		return order;
	}

	@Test
	void listsAnAccountsOrdersNewestFirst() {
		AccountId buyer = AccountId.next();
		List<OrderId> placed = List.of(placedBy(buyer).id(), placedBy(buyer).id(), placedBy(buyer).id());
		OrderPage first = asCustomer(buyer, () -> this.orders.mine(null, 2));
		OrderPage second = asCustomer(buyer, () -> this.orders.mine(first.next(), 2));
		assertThat(first.items()).extracting(Order::id).containsExactly(placed.get(2), placed.get(1));
		assertThat(second.items()).extracting(Order::id).containsExactly(placed.get(0));
		assertThat(second.next()).isNull();
		assertThat(asStaff(() -> this.orders.list(OrderStatus.CONFIRMED, null, null, 100)).items())
			.allMatch((it) -> it.status() == OrderStatus.CONFIRMED);
	}

	@Test
	void listsAnAccountsOrdersForStaff() {
		AccountId buyer = AccountId.next();
		List<OrderId> placed = List.of(placedBy(buyer).id(), placedBy(buyer).id());
		placedBy(AccountId.next());
		OrderPage first = asStaff(() -> this.orders.list(null, buyer, null, 1));
		OrderPage second = asStaff(() -> this.orders.list(null, buyer, first.next(), 1));
		assertThat(first.items()).extracting(Order::id).containsExactly(placed.get(1));
		assertThat(second.items()).extracting(Order::id).containsExactly(placed.get(0));
		assertThat(second.next()).isNull();
		assertThat(asStaff(() -> this.orders.list(OrderStatus.SHIPPED, buyer, null, 10)).items()).isEmpty();
		assertThat(asStaff(() -> this.orders.list(null, AccountId.next(), null, 10)).items()).isEmpty();
	}

	@Test
	void shipsAConfirmedOrderOnce() {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		Order order = confirmed(cart);
		Shipment shipment = new Shipment("Post", "X1");
		Order shipped = asStaff(() -> this.orders.ship(order.id(), shipment));
		assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
		assertThat(asStaff(() -> this.orders.ship(order.id(), shipment))).isEqualTo(shipped);
		assertThatExceptionOfType(OrderNotFound.class)
			.isThrownBy(() -> asStaff(() -> this.orders.ship(OrderId.next(), shipment)));
	}

	@Test
	void refundsAPartAndThenTheRest() {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "20"), 1);
		Order order = confirmed(cart);
		Refund part = new Refund(usd("4.90"), "late");
		Order refunded = asStaff(() -> this.orders.refund(order.id(), part, "part"));
		assertThat(refunded.refunded()).isEqualTo(usd("4.90"));
		assertThat(refunded.refundPending()).isEqualTo(usd("0"));
		assertThat(asStaff(() -> this.orders.refund(order.id(), part, "part"))).isEqualTo(refunded);
		assertThatExceptionOfType(OrderNotRefundable.class).isThrownBy(
				() -> asStaff(() -> this.orders.refund(order.id(), new Refund(usd("20.01"), "too much"), "more")));
		Order all = asStaff(() -> this.orders.refund(order.id(), new Refund(null, "lost"), "all"));
		assertThat(all.status()).isEqualTo(OrderStatus.REFUNDED);
		assertThat(all.refunded()).isEqualTo(usd("24.90"));
		assertThat(this.shop.ledger(all)).containsExactly(AUTHORISED, CAPTURED, REFUNDED, REFUNDED);
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> asStaff(() -> this.orders.refund(order.id(), new Refund(usd("1"), "late"), "part")));
	}

	@Test
	void refundsNoMoreThanThereIsHoweverManyAsk() throws Exception {
		CartId cart = this.shop.cartWith(this.shop.goods(5, "45.10"), 1);
		Order order = confirmed(cart);
		List<Callable<Boolean>> calls = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			String key = "refund " + i;
			calls.add(() -> refunds(order, key));
		}
		assertThat(atOnce(calls)).containsOnlyOnce(true);
		assertThat(this.shop.ledger(order)).containsOnlyOnce(REFUNDED);
	}

	private boolean refunds(Order order, String key) {
		try {
			asStaff(() -> this.orders.refund(order.id(), new Refund(usd("30"), "broken"), key));
			return true;
		}
		catch (OrderNotRefundable ex) {
			return false;
		}
	}

	@Test
	void forgetsWhoseAccountIsGoneOnceShipped() {
		AccountId buyer = AccountId.next();
		Order order = placedBy(buyer);
		await().until(() -> asStaff(() -> this.orders.find(order.id(), null)).status() == OrderStatus.CONFIRMED);
		AccountDeleted deleted = new AccountDeleted(UuidCreator.getTimeOrderedEpoch(), PurchaseOrder.now(), buyer);
		this.listeners.on(deleted);
		this.listeners.on(deleted);
		await().untilAsserted(() -> {
			asStaff(() -> this.orders.ship(order.id(), new Shipment("Post", null)));
			Order forgotten = asStaff(() -> this.orders.find(order.id(), null));
			assertThat(forgotten.email()).isEmpty();
			assertThat(forgotten.address().recipient()).isEmpty();
			assertThat(forgotten.quote()).isEqualTo(order.quote());
		});
	}

	@Test
	void takesOutOfTheCartOnlyWhatWasBought() {
		ProductId product = this.shop.goods(9, "20");
		CartId cart = this.shop.cartWith(product, 2);
		Order waiting = reaching(OrderStatus.ACTION_REQUIRED, placed(cart, "tok_3ds"), cart);
		this.shop.put(cart, product, 1);
		assertThat(this.shop.inCart(cart)).isEqualTo(3);
		this.shop.answer(waiting, true);
		await().until(() -> this.shop.inCart(cart) == 1);
	}

}
