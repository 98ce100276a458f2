package io.pangea.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import io.pangea.products.ProductNotFound;
import io.pangea.products.ProductStatus;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.RestController;

@RestController
class CartDesk implements Carts {

	private static final Logger LOG = LoggerFactory.getLogger(CartDesk.class);

	private final CartChanges changes;

	private final CartPricing pricing;

	private final Additions additions;

	private final SeenProducts seen;

	private final ProductCatalog catalog;

	CartDesk(CartChanges changes, CartPricing pricing, Additions additions, SeenProducts seen, ProductCatalog catalog) {
		this.changes = changes;
		this.pricing = pricing;
		this.additions = additions;
		this.seen = seen;
		this.catalog = catalog;
	}

	@Override
	public Cart open(@Nullable String idempotencyKey) {
		return this.pricing.price(this.changes.openForGuest(idempotencyKey));
	}

	@Override
	public Cart mine() {
		return this.pricing.price(this.changes.keep(ofCaller()));
	}

	@Override
	public Cart find(CartId id) {
		return this.pricing.price(this.changes.keep(this.changes.find(id, Caller.now())));
	}

	@Override
	public Cart add(CartId id, CartItem item, @Nullable String idempotencyKey) {
		Caller caller = Caller.now();
		StoredCart cart = this.changes.find(id, caller);
		if (this.additions.made(id, item, idempotencyKey)) {
			return this.pricing.price(cart);
		}
		Money price = offered(item.productId(), true);
		return this.pricing.price(this.changes.add(id, caller, item, price, idempotencyKey));
	}

	@Override
	public Cart change(CartId id, ProductId productId, int quantity) {
		Caller caller = Caller.now();
		StoredCart cart = this.changes.find(id, caller);
		if (quantity == 0) {
			return this.pricing.price(this.changes.remove(id, caller, productId));
		}
		Money price = offered(productId, quantity > cart.quantityOf(productId));
		return this.pricing.price(this.changes.change(id, caller, new CartItem(productId, quantity), price));
	}

	@Override
	public Cart merge(CartId guestCart) {
		return this.pricing.price(this.changes.merge(guestCart, ofCaller().id(), Caller.now()));
	}

	@Override
	public Cart takeOut(CartId id, UUID order, List<CartItem> bought) {
		Map<ProductId, Integer> pieces = bought.stream()
			.collect(Collectors.toMap(CartItem::productId, CartItem::quantity, Math::addExact));
		return this.pricing.price(this.changes.takeOut(id, order, pieces));
	}

	private StoredCart ofCaller() {
		return this.changes.keep(this.changes.openForAccount(Caller.now().person()));
	}

	/** The price of a product on sale, of which something is left if more is wanted. */
	private Money offered(ProductId id, boolean more) {
		Product product = lookup(id).filter((it) -> it.description().status() == ProductStatus.ACTIVE)
			.orElseThrow(() -> new ProductNotFound(id.toString()));
		if (more && !product.buyable()) {
			throw new ProductSoldOut(id, product.description().name());
		}
		this.seen.remember(SeenProduct.of(product));
		return product.description().price();
	}

	private Optional<Product> lookup(ProductId id) {
		try {
			return this.catalog.lookup(Set.of(id)).stream().findFirst();
		}
		catch (RuntimeException ex) {
			LOG.warn("products does not answer; nothing is put into a cart: {}", ex.toString());
			throw new ProductsUnavailable();
		}
	}

}
