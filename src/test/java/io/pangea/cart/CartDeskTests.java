package io.pangea.cart;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import io.pangea.accounts.AccountDeleted;
import io.pangea.accounts.AccountId;
import io.pangea.cart.Cart.Notice;
import io.pangea.products.PriceChanged;
import io.pangea.products.ProductId;
import io.pangea.products.ProductListed;
import io.pangea.products.ProductNotFound;
import io.pangea.products.ProductStatus;
import io.pangea.products.ProductWithdrawn;
import io.pangea.testing.StoreTest;
import io.pangea.testing.AtOnce;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@StoreTest
@RecordApplicationEvents
class CartDeskTests {

	private final FixedCatalog catalog = new FixedCatalog();

	@Autowired
	private CartChanges changes;

	@Autowired
	private Additions additions;

	@Autowired
	private SeenProducts seen;

	@Autowired
	private StoredCarts stored;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private CartExpiry expiry;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private ExecutorService parts;

	@Autowired
	private CartSettings settings;

	private Carts carts;

	@BeforeEach
	void buildDesk() {
		this.carts = new CartDesk(this.changes,
				new CartPricing(this.catalog.contract(), this.seen, this.parts, this.settings), this.additions,
				this.seen, this.catalog.contract());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void opensAnEmptyCartForAGuest() {
		Cart cart = this.carts.open(null);
		assertThat(cart.owner()).isNull();
		assertThat(cart.lines()).isEmpty();
		assertThat(cart.subtotal()).isNull();
		assertThat(cart.complete()).isTrue();
		assertThat(cart.expiresAt()).isCloseTo(Instant.now().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
		assertThat(this.carts.find(cart.id())).isEqualTo(cart);
	}

	@Test
	void opensOneCartPerKeyUntilItIsUsed() {
		String key = UUID.randomUUID().toString();
		CartId id = this.carts.open(key).id();
		assertThat(this.carts.open(key).id()).isEqualTo(id);
		this.carts.add(id, new CartItem(this.catalog.sell("Teapot", "EUR 10.00", 9), 1), null);
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> this.carts.open(key));
	}

	@Test
	void showsWhatWasPutIn() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		ProductId song = this.catalog.sell("Song", "EUR 0.99", null);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 2), null);
		Cart cart = this.carts.add(id, new CartItem(song, 1), null);
		assertThat(cart.subtotal()).isEqualTo(Money.parse("EUR 20.99"));
		assertThat(cart.lines()).containsExactly(
				new Cart.Line(teapot, "teapot", "Teapot", "/images/Teapot.svg", 2, Money.parse("EUR 10.00"),
						Money.parse("EUR 10.00"), Money.parse("EUR 20.00"), 9, true, List.of()),
				new Cart.Line(song, "song", "Song", "/images/Song.svg", 1, Money.parse("EUR 0.99"),
						Money.parse("EUR 0.99"), Money.parse("EUR 0.99"), null, false, List.of()));
		assertThat(this.carts.find(id)).isEqualTo(cart);
	}

	@Test
	void saysWhatWasPutIn() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 2), null);
		this.carts.change(id, teapot, 1);
		this.carts.change(id, teapot, 4);
		assertThat(this.events.stream(CartItemAdded.class).filter((event) -> event.cartId().equals(id)))
			.extracting(CartItemAdded::productId, CartItemAdded::quantity)
			.containsExactly(tuple(teapot, 2), tuple(teapot, 3));
	}

	@Test
	void addsOncePerKey() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		CartId id = this.carts.open(null).id();
		Cart first = this.carts.add(id, new CartItem(teapot, 2), "key");
		assertThat(this.carts.add(id, new CartItem(teapot, 2), "key")).isEqualTo(first);
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> this.carts.add(id, new CartItem(teapot, 3), "key"));
		assertThat(this.carts.add(id, new CartItem(teapot, 2), "another key").lines().getFirst().quantity())
			.isEqualTo(4);
	}

	@Test
	void answersARepeatEvenWhenTheProductSoldOutSince() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 1);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 1), "key");
		this.catalog.set(teapot, "Teapot", "EUR 10.00", 0, ProductStatus.ACTIVE);
		assertThat(this.carts.add(id, new CartItem(teapot, 1), "key").lines().getFirst().quantity()).isEqualTo(1);
	}

	@Test
	void addsOncePerKeyWhenRepeatedAtTheSameMoment() throws Exception {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId id = this.carts.open(null).id();
		AtOnce.times(8, () -> this.carts.add(id, new CartItem(teapot, 1), "key"));
		assertThat(this.carts.find(id).lines().getFirst().quantity()).isEqualTo(1);
	}

	@Test
	void refusesWhatIsNotOnSale() {
		CartId id = this.carts.open(null).id();
		ProductId draft = this.catalog.sell("Draft", "EUR 10.00", 9);
		this.catalog.set(draft, "Draft", "EUR 10.00", 9, ProductStatus.DRAFT);
		ProductId archived = this.catalog.sell("Archived", "EUR 10.00", 9);
		this.catalog.set(archived, "Archived", "EUR 10.00", 9, ProductStatus.ARCHIVED);
		for (ProductId product : List.of(draft, archived, ProductId.next())) {
			assertThatExceptionOfType(ProductNotFound.class)
				.isThrownBy(() -> this.carts.add(id, new CartItem(product, 1), null))
				.returns(product.toString(), ProductNotFound::product);
			assertThatExceptionOfType(ProductNotFound.class).isThrownBy(() -> this.carts.change(id, product, 1));
		}
		assertThat(this.carts.find(id).lines()).isEmpty();
	}

	@Test
	void refusesWhatIsSoldOutByName() {
		CartId id = this.carts.open(null).id();
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 0);
		assertThatExceptionOfType(ProductSoldOut.class)
			.isThrownBy(() -> this.carts.add(id, new CartItem(teapot, 1), null))
			.withMessage("Teapot is sold out.");
		assertThatExceptionOfType(ProductSoldOut.class).isThrownBy(() -> this.carts.change(id, teapot, 1));
	}

	@Test
	void lowersALineThatSoldOut() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 5);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 3), null);
		this.catalog.set(teapot, "Teapot", "EUR 10.00", 0, ProductStatus.ACTIVE);
		assertThat(this.carts.change(id, teapot, 2).lines().getFirst().notices()).containsExactly(Notice.SOLD_OUT);
		assertThatExceptionOfType(ProductSoldOut.class).isThrownBy(() -> this.carts.change(id, teapot, 3));
	}

	@Test
	void putsInMoreThanIsAvailableAndSaysSo() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 2);
		CartId id = this.carts.open(null).id();
		Cart cart = this.carts.add(id, new CartItem(teapot, 3), null);
		assertThat(cart.lines().getFirst().notices()).containsExactly(Notice.LESS_AVAILABLE);
		assertThat(cart.subtotal()).isEqualTo(Money.parse("EUR 30.00"));
	}

	@Test
	void refusesAnotherCurrency() {
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(this.catalog.sell("Teapot", "EUR 10.00", 2), 1), null);
		ProductId lamp = this.catalog.sell("Lamp", "GBP 10.00", 2);
		assertThatExceptionOfType(CurrencyMismatch.class)
			.isThrownBy(() -> this.carts.add(id, new CartItem(lamp, 1), null));
	}

	@Test
	void refusesMoreThanItsCaps() {
		CartId id = this.carts.open(null).id();
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 500);
		this.carts.add(id, new CartItem(teapot, 99), null);
		assertThatExceptionOfType(CartLimitExceeded.class)
			.isThrownBy(() -> this.carts.add(id, new CartItem(teapot, 1), "key"));
		assertThatExceptionOfType(CartLimitExceeded.class).isThrownBy(() -> this.carts.change(id, teapot, 100));
		this.carts.change(id, teapot, 98);
		assertThat(this.carts.add(id, new CartItem(teapot, 1), "key").lines().getFirst().quantity())
			.as("a refused addition does not use up its key")
			.isEqualTo(99);
	}

	@Test
	void keepsEveryLineOfAFullCart() {
		CartId id = this.carts.open(null).id();
		List<ProductId> products = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			products.add(this.catalog.sell("Card" + i, "EUR 0.10", null));
			this.carts.change(id, products.get(i), 1);
		}
		ProductId onTop = this.catalog.sell("OnTop", "EUR 0.10", null);
		assertThatExceptionOfType(CartLimitExceeded.class).isThrownBy(() -> this.carts.change(id, onTop, 1));
		assertThat(this.carts.find(id).lines()).extracting(Cart.Line::productId).isEqualTo(products);
	}

	@Test
	void showsWhatChangedUntilItIsAccepted() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 2), null);
		this.catalog.set(teapot, "Teapot", "EUR 12.00", 9, ProductStatus.ACTIVE);
		assertThat(this.carts.find(id).lines().getFirst().notices()).containsExactly(Notice.PRICE_ROSE);
		assertThat(this.carts.find(id).subtotal()).isEqualTo(Money.parse("EUR 24.00"));
		assertThat(this.carts.change(id, teapot, 2).lines().getFirst().notices()).isEmpty();
	}

	@Test
	void keepsShowingAProductThatWasWithdrawnWithoutCountingIt() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		ProductId lamp = this.catalog.sell("Lamp", "EUR 5.00", 9);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 2), null);
		this.carts.add(id, new CartItem(lamp, 1), null);
		this.catalog.set(teapot, "Teapot", "EUR 10.00", 9, ProductStatus.ARCHIVED);
		this.catalog.forget(lamp);
		Cart cart = this.carts.find(id);
		assertThat(cart.lines()).extracting(Cart.Line::name, Cart.Line::notices)
			.containsExactly(tuple("Teapot", List.of(Notice.WITHDRAWN)), tuple("Lamp", List.of(Notice.WITHDRAWN)));
		assertThat(cart.subtotal()).isNull();
		assertThat(cart.complete()).isTrue();
		assertThat(this.carts.change(id, lamp, 0).lines()).extracting(Cart.Line::name).containsExactly("Teapot");
	}

	@Test
	void showsWhatWasLastSeenWhileProductsDoesNotAnswer() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 2), null);
		this.catalog.answers(false);
		Cart cart = this.carts.find(id);
		assertThat(cart.complete()).isFalse();
		assertThat(cart.subtotal()).isEqualTo(Money.parse("EUR 20.00"));
		assertThat(cart.lines().getFirst()).returns("Teapot", Cart.Line::name)
			.returns("/images/Teapot.svg", Cart.Line::image)
			.returns(null, Cart.Line::available)
			.returns(true, Cart.Line::physical);
		assertThatExceptionOfType(ProductsUnavailable.class).as("nothing is put in at a price nobody knows")
			.isThrownBy(() -> this.carts.add(id, new CartItem(teapot, 1), null));
		assertThatExceptionOfType(ProductsUnavailable.class).isThrownBy(() -> this.carts.change(id, teapot, 3));
		assertThat(this.carts.find(id).lines().getFirst().quantity()).isEqualTo(2);
		assertThat(this.carts.change(id, teapot, 0).lines()).isEmpty();
	}

	@Test
	void hearsPricesAndWithdrawalsInAnyOrder() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 9);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 1), null);
		this.catalog.answers(false);
		Instant now = Instant.now().plusSeconds(1);
		Money ten = Money.parse("EUR 10.00");
		CartListeners listeners = new CartListeners(this.stored, this.seen);
		listeners.on(new ProductWithdrawn(UUID.randomUUID(), now.plusSeconds(9), teapot));
		for (int delivery = 0; delivery < 2; delivery++) {
			listeners.on(new PriceChanged(UUID.randomUUID(), now.plusSeconds(2), teapot, ten, ten.plus(2)));
			listeners.on(new PriceChanged(UUID.randomUUID(), now.plusSeconds(1), teapot, ten, ten.plus(1)));
			listeners.on(new ProductListed(UUID.randomUUID(), now, teapot, "SKU", "Teapot", ten));
		}
		Cart.Line line = this.carts.find(id).lines().getFirst();
		assertThat(line.price()).isEqualTo(Money.parse("EUR 12.00"));
		assertThat(line.notices()).containsExactly(Notice.WITHDRAWN);
		listeners.on(new ProductListed(UUID.randomUUID(), now.plusSeconds(10), teapot, "SKU", "Teapot", ten.plus(2)));
		assertThat(this.carts.find(id).lines().getFirst().notices()).containsExactly(Notice.PRICE_ROSE);
	}

	@Test
	void losesNoneOfTheAdditionsMadeAtTheSameMoment() throws Exception {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		ProductId lamp = this.catalog.sell("Lamp", "EUR 10.00", 99);
		CartId id = this.carts.open(null).id();
		AtOnce.times(16, () -> {
			this.carts.add(id, new CartItem(teapot, 2), null);
			return this.carts.add(id, new CartItem(lamp, 1), null);
		});
		assertThat(this.carts.find(id).lines()).extracting(Cart.Line::productId, Cart.Line::quantity)
			.containsExactlyInAnyOrder(tuple(teapot, 32), tuple(lamp, 16));
	}

	@Test
	void givesAnAccountOneCart() throws Exception {
		AccountId account = AccountId.next();
		List<Cart> seenAtOnce = AtOnce.times(8, () -> as(account, () -> this.carts.mine()));
		assertThat(seenAtOnce).extracting(Cart::id).containsOnly(as(account, () -> this.carts.mine()).id());
		assertThat(seenAtOnce.getFirst().owner()).isEqualTo(account);
	}

	@Test
	void opensAnAccountsCartToItsOwnerAndToOrdersOnly() {
		CartId id = as(AccountId.next(), () -> this.carts.mine()).id();
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		AccountId stranger = AccountId.next();
		for (AccountId caller : new @Nullable AccountId[] { null, stranger }) {
			as(caller, () -> {
				assertThatExceptionOfType(CartNotFound.class).isThrownBy(() -> this.carts.find(id));
				assertThatExceptionOfType(CartNotFound.class)
					.isThrownBy(() -> this.carts.add(id, new CartItem(teapot, 1), null));
				assertThatExceptionOfType(CartNotFound.class).isThrownBy(() -> this.carts.change(id, teapot, 1));
				assertThatExceptionOfType(CartNotFound.class).isThrownBy(() -> this.carts.change(id, teapot, 0));
				return id;
			});
		}
		as(stranger, () -> {
			assertThatExceptionOfType(CartNotFound.class).isThrownBy(() -> this.carts.merge(id));
			return id;
		});
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("orders", "", "MODULE_orders"));
		assertThat(this.carts.find(id).id()).isEqualTo(id);
	}

	@Test
	void movesAGuestsGoodsOnce() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		ProductId lamp = this.catalog.sell("Lamp", "EUR 10.00", 99);
		CartId guest = this.carts.open(null).id();
		this.carts.add(guest, new CartItem(teapot, 60), null);
		this.carts.add(guest, new CartItem(lamp, 1), null);
		AccountId account = AccountId.next();
		as(account, () -> this.carts.add(this.carts.mine().id(), new CartItem(teapot, 50), null));
		Cart merged = as(account, () -> this.carts.merge(guest));
		assertThat(merged.lines()).extracting(Cart.Line::productId, Cart.Line::quantity)
			.containsExactly(tuple(teapot, 99), tuple(lamp, 1));
		assertThat(this.carts.find(guest).lines()).isEmpty();
		assertThat(as(account, () -> this.carts.merge(guest))).isEqualTo(merged);
	}

	@Test
	void leavesAnAccountsCartAloneWhenMergedIntoItself() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		AccountId account = AccountId.next();
		Cart before = as(account, () -> this.carts.add(this.carts.mine().id(), new CartItem(teapot, 5), null));
		assertThat(as(account, () -> this.carts.merge(before.id()))).isEqualTo(before);
	}

	@Test
	void losesNothingWhenMergedWhileBothCartsAreFilled() throws Exception {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId guest = this.carts.open(null).id();
		AccountId account = AccountId.next();
		CartId mine = as(account, () -> this.carts.mine()).id();
		AtOnce.times(8, () -> as(account, () -> {
			this.carts.add(guest, new CartItem(teapot, 1), null);
			this.carts.add(mine, new CartItem(teapot, 2), null);
			return this.carts.merge(guest);
		}));
		assertThat(as(account, () -> this.carts.find(mine)).lines().getFirst().quantity()).isEqualTo(24);
		assertThat(this.carts.find(guest).lines()).isEmpty();
	}

	@Test
	void takesOutOncePerOrderWhatItBought() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		ProductId lamp = this.catalog.sell("Lamp", "EUR 10.00", 99);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 5), null);
		this.carts.add(id, new CartItem(lamp, 1), null);
		UUID order = UUID.randomUUID();
		List<CartItem> bought = List.of(new CartItem(teapot, 1), new CartItem(lamp, 1), new CartItem(teapot, 1));
		Cart rest = this.carts.takeOut(id, order, bought);
		assertThat(rest.lines()).extracting(Cart.Line::productId, Cart.Line::quantity)
			.containsExactly(tuple(teapot, 3));
		assertThat(this.carts.takeOut(id, order, bought)).isEqualTo(rest);
		assertThat(this.carts.takeOut(id, UUID.randomUUID(), bought).lines()).extracting(Cart.Line::quantity)
			.containsExactly(1);
	}

	@Test
	void takesOutWhatWasMergedBeforeTheOrderWasConfirmed() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId guest = this.carts.open(null).id();
		this.carts.add(guest, new CartItem(teapot, 2), null);
		AccountId account = AccountId.next();
		as(account, () -> this.carts.add(this.carts.mine().id(), new CartItem(teapot, 1), null));
		as(account, () -> this.carts.merge(guest));
		UUID order = UUID.randomUUID();
		this.carts.takeOut(guest, order, List.of(new CartItem(teapot, 2)));
		this.carts.takeOut(guest, order, List.of(new CartItem(teapot, 2)));
		assertThat(as(account, () -> this.carts.mine()).lines()).extracting(Cart.Line::quantity).containsExactly(1);
	}

	@Test
	void countsAVersionPerChangeAndNoneForReading() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId id = this.carts.open(null).id();
		long version = this.carts.add(id, new CartItem(teapot, 2), null).version();
		expireIn(id, Duration.ofDays(3));
		assertThat(this.carts.find(id).version()).isEqualTo(version);
		assertThat(this.carts.change(id, teapot, 2).version()).isEqualTo(version);
		assertThat(this.carts.change(id, teapot, 1).version()).isGreaterThan(version);
	}

	@Test
	void keepsACartThatIsRead() {
		CartId id = this.carts.open(null).id();
		expireIn(id, Duration.ofDays(3));
		this.carts.find(id);
		assertThat(this.carts.find(id).expiresAt()).isAfter(Instant.now().plus(29, ChronoUnit.DAYS));
	}

	@Test
	void forgetsACartNobodyUsed() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId filled = this.carts.open(null).id();
		this.carts.add(filled, new CartItem(teapot, 3), "key");
		CartId empty = this.carts.open(null).id();
		CartId used = this.carts.open(null).id();
		expireIn(filled, Duration.ofSeconds(-1));
		expireIn(empty, Duration.ofSeconds(-1));
		assertThatExceptionOfType(CartNotFound.class).isThrownBy(() -> this.carts.find(filled));
		assertThatExceptionOfType(CartNotFound.class)
			.isThrownBy(() -> this.carts.add(filled, new CartItem(teapot, 3), null));
		this.expiry.forget();
		assertThat(this.events.stream(CartAbandoned.class)).extracting(CartAbandoned::cartId, CartAbandoned::items)
			.contains(tuple(filled, 3))
			.doesNotContain(tuple(empty, 0));
		assertThat(rows(filled) + rows(empty)).isZero();
		assertThat(rows(used)).isEqualTo(1);
	}

	@Test
	void forgetsKeysNobodyRepeats() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		CartId id = this.carts.open(null).id();
		this.carts.add(id, new CartItem(teapot, 1), "old");
		this.jdbc.sql("update cart.additions set added_at = now() - interval '8 days' where cart = ?")
			.param(id.value())
			.update();
		this.carts.add(id, new CartItem(teapot, 1), "new");
		this.expiry.forget();
		assertThat(this.jdbc.sql("select idempotency_key from cart.additions where cart = ?")
			.param(id.value())
			.query(String.class)
			.list()).containsExactly("new");
	}

	@Test
	void erasesTheCartOfADeletedAccount() {
		ProductId teapot = this.catalog.sell("Teapot", "EUR 10.00", 99);
		AccountId account = AccountId.next();
		CartId id = as(account, () -> this.carts.add(this.carts.mine().id(), new CartItem(teapot, 1), null)).id();
		AccountDeleted deleted = new AccountDeleted(UUID.randomUUID(), Instant.now(), account);
		for (int delivery = 0; delivery < 2; delivery++) {
			this.transactions.executeWithoutResult((transaction) -> this.publisher.publishEvent(deleted));
		}
		await().untilAsserted(() -> assertThat(rows(id)).isZero());
	}

	private long rows(CartId id) {
		return this.jdbc.sql("select count(*) from cart.carts where id = ?")
			.param(id.value())
			.query(Long.class)
			.single();
	}

	private void expireIn(CartId id, Duration duration) {
		this.jdbc.sql("update cart.carts set expires_at = now() + :seconds * interval '1 second' where id = :id")
			.param("seconds", duration.toSeconds())
			.param("id", id.value())
			.update();
	}

	private static <T> T as(@Nullable AccountId account, Supplier<T> action) {
		SecurityContextHolder.clearContext();
		if (account != null) {
			Jwt token = Jwt.withTokenValue("token").header("alg", "none").subject(account.toString()).build();
			SecurityContextHolder.getContext()
				.setAuthentication(
						new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER")));
		}
		try {
			return Objects.requireNonNull(action.get());
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
