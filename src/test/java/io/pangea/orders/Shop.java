package io.pangea.orders;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.cart.CartId;
import io.pangea.cart.CartItem;
import io.pangea.cart.Carts;
import io.pangea.payments.LedgerEntry;
import io.pangea.payments.PaymentId;
import io.pangea.payments.Payments;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import org.joda.money.Money;

import static io.pangea.orders.Acting.asGuest;
import static io.pangea.orders.Acting.asStaff;
import static io.pangea.orders.Fixtures.usd;

/** The neighbours as a buyer and staff use them. */
record Shop(ProductCatalog catalog, Carts carts, Payments payments) {

	ProductId goods(int stock, String price) {
		ProductId id = add(ProductKind.PHYSICAL, usd(price)).id();
		asStaff(() -> this.catalog.setStock(id, stock));
		return id;
	}

	ProductId film(String price) {
		return add(ProductKind.DIGITAL, usd(price)).id();
	}

	private Product add(ProductKind kind, Money price) {
		return asStaff(() -> this.catalog.add(described("T-" + UuidCreator.getRandomBased(), kind, price), null));
	}

	private static ProductDescription described(String sku, ProductKind kind, Money price) {
		return new ProductDescription(sku, "Thing " + sku, "Made for a test.", "garden-tools", null, kind, price,
				List.of(), Map.of(), Map.of(), null, ProductStatus.ACTIVE);
	}

	void reprice(ProductId id, String price) {
		Product product = asStaff(() -> this.catalog.find(id));
		ProductDescription it = product.description();
		asStaff(() -> this.catalog.update(id, described(it.sku(), it.kind(), usd(price)),
				"\"%d\"".formatted(product.version())));
	}

	void withdraw(ProductId id) {
		Product product = asStaff(() -> this.catalog.find(id));
		ProductDescription it = product.description();
		ProductDescription archived = new ProductDescription(it.sku(), it.name(), it.description(), it.category(), null,
				it.kind(), it.price(), List.of(), Map.of(), Map.of(), null, ProductStatus.ARCHIVED);
		asStaff(() -> this.catalog.update(id, archived, "\"%d\"".formatted(product.version())));
	}

	int available(ProductId id) {
		Integer available = asStaff(() -> this.catalog.find(id)).available();
		return (available != null) ? available : Integer.MAX_VALUE;
	}

	CartId cartWith(ProductId product, int quantity) {
		CartId cart = asGuest(() -> this.carts.open(null)).id();
		put(cart, product, quantity);
		return cart;
	}

	void put(CartId cart, ProductId product, int quantity) {
		asGuest(() -> this.carts.add(cart, new CartItem(product, quantity), null));
	}

	int inCart(CartId cart) {
		return asGuest(() -> this.carts.find(cart)).lines().stream().mapToInt((line) -> line.quantity()).sum();
	}

	List<LedgerEntry.Type> ledger(Order order) {
		return (order.paymentId() == null) ? List.of()
				: this.payments.ledger(order.paymentId()).stream().map(LedgerEntry::type).toList();
	}

	void answer(Order order, boolean approved) {
		PaymentId payment = Objects.requireNonNull(order.paymentId());
		String secret = Objects.requireNonNull(order.actionSecret());
		asGuest(() -> this.payments.answerChallenge(payment, secret, approved));
	}

}
