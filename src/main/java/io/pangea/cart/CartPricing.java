package io.pangea.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Shows a cart at today's prices, or at those last seen when {@code products} does not
 * answer.
 */
@Component
class CartPricing {

	private static final Logger LOG = LoggerFactory.getLogger(CartPricing.class);

	private final ProductCatalog catalog;

	private final SeenProducts seen;

	private final ExecutorService parts;

	private final CartSettings settings;

	CartPricing(ProductCatalog catalog, SeenProducts seen, ExecutorService parts, CartSettings settings) {
		this.catalog = catalog;
		this.seen = seen;
		this.parts = parts;
		this.settings = settings;
	}

	Cart price(StoredCart cart) {
		Set<ProductId> ids = cart.lines().stream().map(StoredLine::productId).collect(Collectors.toSet());
		Optional<Map<ProductId, Product>> answer = ids.isEmpty() ? Optional.of(Map.of()) : lookup(ids);
		Map<ProductId, Product> products = answer.orElse(Map.of());
		Map<ProductId, SeenProduct> last = products.keySet().containsAll(ids) ? Map.of() : this.seen.find(ids);
		List<Cart.Line> lines = new ArrayList<>();
		for (StoredLine line : cart.lines()) {
			Product product = products.get(line.productId());
			SeenProduct shown = (product != null) ? SeenProduct.of(product)
					: Objects.requireNonNull(last.get(line.productId()));
			boolean gone = answer.isPresent() && product == null;
			lines.add(CartLines.line(line, gone ? shown.withdrawn() : shown,
					(product != null) ? product.available() : null));
		}
		return new Cart(cart.id(), cart.owner(), lines, subtotal(lines), cart.expiresAt(), answer.isPresent(),
				cart.version());
	}

	private Optional<Map<ProductId, Product>> lookup(Set<ProductId> ids) {
		Callable<List<Product>> lookup = () -> this.catalog.lookup(ids);
		try {
			Future<List<Product>> answer = this.parts
				.invokeAll(List.of(lookup), this.settings.patience().toMillis(), TimeUnit.MILLISECONDS)
				.getFirst();
			if (answer.state() == Future.State.SUCCESS) {
				return Optional
					.of(answer.resultNow().stream().collect(Collectors.toMap(Product::id, Function.identity())));
			}
			LOG.warn("products does not answer; carts are shown at the prices last seen: {}",
					(answer.state() == Future.State.FAILED) ? answer.exceptionNow().toString() : "it takes too long");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Optional.empty();
	}

	private static @Nullable Money subtotal(List<Cart.Line> lines) {
		return lines.stream().filter(Cart.Line::buyable).map(Cart.Line::total).reduce(Money::plus).orElse(null);
	}

}
