package io.pangea.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.cart.Cart;
import io.pangea.cart.CartId;
import io.pangea.cart.Carts;
import io.pangea.payments.CardNumberRefused;
import io.pangea.products.ProductId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** From a cart to an order that is written down; nothing a caller computed is trusted. */
@Component
class Placement {

	private final Carts carts;

	private final Goods goods;

	private final Pricing pricing;

	private final PurchaseOrders orders;

	private final IdempotencyKeys keys;

	private final OrderSettings settings;

	private final TransactionOperations transaction;

	private final JsonMapper json;

	Placement(Carts carts, Goods goods, Pricing pricing, PurchaseOrders orders, IdempotencyKeys keys,
			OrderSettings settings, TransactionOperations transaction, JsonMapper json) {
		this.carts = carts;
		this.goods = goods;
		this.pricing = pricing;
		this.orders = orders;
		this.keys = keys;
		this.settings = settings;
		this.transaction = transaction;
		this.json = json;
	}

	Quote quote(CartId cart, String country, @Nullable String deliveryOption) {
		return quote(this.carts.find(cart), country, deliveryOption);
	}

	private Quote quote(Cart cart, String country, @Nullable String deliveryOption) {
		List<OrderLine> lines = this.goods.linesOf(cart);
		List<ProductId> films = lines.stream()
			.filter((line) -> line.filmId() != null)
			.map(OrderLine::productId)
			.toList();
		if (!films.isEmpty() && Caller.current().account() == null) {
			throw new AccountNeeded(films);
		}
		return this.pricing.quote(lines, country, deliveryOption);
	}

	/** Answers the order there is when it is a repeat. */
	OrderId place(PlaceOrder request, @Nullable String idempotencyKey) {
		CardNumberRefused.ifCardNumber(request.paymentToken());
		Caller caller = Caller.current();
		UUID scope = (caller.account() != null) ? caller.account().value() : request.cart().value();
		String hash = ContentHash.of(this.json.writeValueAsString(request));
		if (idempotencyKey != null) {
			return placeOnce(request, caller, new IdempotencyKeys.Key(scope, idempotencyKey, hash));
		}
		Cart cart = this.carts.find(request.cart());
		IdempotencyKeys.Key key = new IdempotencyKeys.Key(scope,
				"%s version %d %s".formatted(cart.id(), cart.version(), hash), hash);
		Optional<OrderId> known = this.keys.find(key);
		if (known.isPresent()) {
			return known.get();
		}
		try {
			return place(request, caller, cart, key);
		}
		catch (CartEmpty | LinesUnavailable ex) {
			// The order this repeats may be what emptied the cart or took the last ones.
			return this.keys.findSame(scope, hash).orElseThrow(() -> ex);
		}
	}

	private OrderId placeOnce(PlaceOrder request, Caller caller, IdempotencyKeys.Key key) {
		Optional<OrderId> known = this.keys.find(key);
		if (known.isPresent()) {
			return known.get();
		}
		try {
			return place(request, caller, this.carts.find(request.cart()), key);
		}
		catch (RuntimeException ex) {
			// The call this repeats may have been under way, and be why this one fails.
			return this.keys.find(key).orElseThrow(() -> ex);
		}
	}

	private OrderId place(PlaceOrder request, Caller caller, Cart cart, IdempotencyKeys.Key key) {
		Quote quote = quote(cart, request.address().country(), request.deliveryOption());
		if (request.shownTotal() != null && !request.shownTotal().equals(quote.total())) {
			throw new PriceChanged(request.shownTotal(), quote.total());
		}
		OrderId id = OrderId.next();
		Boolean first = this.transaction.execute((status) -> {
			boolean claimed = this.keys.claim(key, id);
			while (claimed && !this.orders.add(placed(id, caller, request, quote))) {
				// The number was taken: another one.
			}
			return claimed;
		});
		return Boolean.TRUE.equals(first) ? id : this.keys.find(key).orElseThrow();
	}

	private PurchaseOrder placed(OrderId id, Caller caller, PlaceOrder request, Quote quote) {
		Purchase purchase = new Purchase(id, OrderNumber.next(), caller.account(), request.cart(), quote,
				PurchaseOrder.now());
		return PurchaseOrder.place(purchase, new Contact(request.email(), request.address()), request.paymentToken(),
				purchase.placedAt().plus(this.settings.patience()));
	}

}
