package io.pangea.orders;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pangea.cart.Cart;
import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What a cart holds, as the catalogue describes and prices it now. */
@Component
class Goods {

	private final ProductCatalog catalog;

	private final OrderSettings settings;

	Goods(ProductCatalog catalog, OrderSettings settings) {
		this.catalog = catalog;
		this.settings = settings;
	}

	/**
	 * @throws CartEmpty when nothing of it can be bought
	 * @throws LinesUnavailable when some of it cannot be bought as it is
	 */
	List<OrderLine> linesOf(Cart cart) {
		if (cart.lines().isEmpty()) {
			throw new CartEmpty(cart.id());
		}
		Map<ProductId, Product> products = this.catalog
			.lookup(cart.lines().stream().map(Cart.Line::productId).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(Product::id, Function.identity()));
		if (cart.lines().stream().noneMatch((line) -> isBuyable(products.get(line.productId()), 1))) {
			throw new CartEmpty(cart.id());
		}
		List<ProductId> unavailable = cart.lines()
			.stream()
			.filter((line) -> !isBuyable(products.get(line.productId()), line.quantity()))
			.map(Cart.Line::productId)
			.toList();
		if (!unavailable.isEmpty()) {
			throw new LinesUnavailable(unavailable);
		}
		return cart.lines()
			.stream()
			.map((line) -> line(Objects.requireNonNull(products.get(line.productId())), line.quantity()))
			.toList();
	}

	private boolean isBuyable(@Nullable Product product, int quantity) {
		return product != null && product.buyable() && (product.available() == null || product.available() >= quantity)
				&& product.description().price().getCurrencyUnit().equals(this.settings.currency());
	}

	private static OrderLine line(Product product, int quantity) {
		ProductDescription it = product.description();
		Money total = it.price().multipliedBy(quantity);
		return new OrderLine(product.id(), it.sku(), it.name(), quantity, it.price(), total,
				it.kind() == ProductKind.PHYSICAL, it.filmId());
	}

}
