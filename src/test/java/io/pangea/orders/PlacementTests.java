package io.pangea.orders;

import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.cart.Carts;
import io.pangea.payments.Payments;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.testing.StoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static io.pangea.orders.Acting.asGuest;
import static io.pangea.orders.Fixtures.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Two calls with the same key, one of which is through while the other is at work. */
@StoreTest
class PlacementTests {

	@Autowired
	private OrdersDesk orders;

	@Autowired
	private Carts carts;

	@Autowired
	private Goods goods;

	@Autowired
	private Pricing pricing;

	@Autowired
	private PurchaseOrders purchases;

	@Autowired
	private IdempotencyKeys keys;

	@Autowired
	private OrderSettings settings;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JsonMapper json;

	@Autowired
	private ProductCatalog catalog;

	@Autowired
	private Payments payments;

	private Shop shop;

	private @Nullable OrderId first;

	@BeforeEach
	void open() {
		this.shop = new Shop(this.catalog, this.carts, this.payments);
	}

	private static PlaceOrder request(CartId cart) {
		return new PlaceOrder(cart, "ada@example.org", ADDRESS, "standard", null, "tok_success");
	}

	private void buy(CartId cart) {
		Order order = asGuest(() -> this.orders.place(request(cart), "twice"));
		this.first = order.id();
		await().until(() -> asGuest(() -> this.orders.find(order.id(), cart)).status() == OrderStatus.CONFIRMED);
		await().until(() -> this.shop.inCart(cart) == 0);
	}

	/** A placement that something else happens to while it looks into the cart. */
	private OrderId place(CartId cart, UnaryOperator<Cart> meanwhile) {
		Carts interrupted = (Carts) Proxy.newProxyInstance(Carts.class.getClassLoader(), new Class<?>[] { Carts.class },
				(proxy, method, arguments) -> meanwhile.apply(this.carts.find(cart)));
		return asGuest(() -> new Placement(interrupted, this.goods, this.pricing, this.purchases, this.keys,
				this.settings, this.transaction, this.json)
			.place(request(cart), "twice"));
	}

	@Test
	void answersTheFirstOrderWhenItEmptiedTheCart() {
		CartId cart = this.shop.cartWith(this.shop.goods(9, "20"), 1);
		OrderId repeat = place(cart, (before) -> {
			buy(cart);
			return this.carts.find(cart);
		});
		assertThat(repeat).isEqualTo(this.first);
	}

	@Test
	void answersTheFirstOrderWhenItTookTheLastOnes() {
		ProductId product = this.shop.goods(1, "20");
		CartId cart = this.shop.cartWith(product, 1);
		OrderId repeat = place(cart, (before) -> {
			buy(cart);
			return before;
		});
		assertThat(repeat).isEqualTo(this.first);
		assertThat(this.shop.available(product)).isZero();
	}

	@Test
	void answersTheFirstOrderWhenItClaimedTheKey() {
		ProductId product = this.shop.goods(9, "20");
		CartId cart = this.shop.cartWith(product, 1);
		OrderId repeat = place(cart, (before) -> {
			buy(cart);
			return before;
		});
		assertThat(repeat).isEqualTo(this.first);
		assertThat(this.shop.available(product)).isEqualTo(8);
	}

	@Test
	void refusesAnEmptyCartThatNothingWasOrderedFrom() {
		CartId empty = asGuest(() -> this.carts.open(null)).id();
		assertThatExceptionOfType(CartEmpty.class).isThrownBy(() -> place(empty, (cart) -> cart));
	}

}
