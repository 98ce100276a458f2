package io.pangea.cart;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.pangea.products.Product;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductDescription;
import io.pangea.products.ProductId;
import io.pangea.products.ProductKind;
import io.pangea.products.ProductStatus;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Products whose price and stock a test sets at will, and which may not answer. */
class FixedCatalog {

	private final Map<ProductId, Product> products = new ConcurrentHashMap<>();

	private volatile boolean answers = true;

	ProductId sell(String name, String price, @Nullable Integer available) {
		ProductId id = ProductId.next();
		set(id, name, price, available, ProductStatus.ACTIVE);
		return id;
	}

	void set(ProductId id, String name, String price, @Nullable Integer available, ProductStatus status) {
		ProductKind kind = (available != null) ? ProductKind.PHYSICAL : ProductKind.DIGITAL;
		this.products.put(id,
				new Product(id, name.toLowerCase(Locale.ROOT),
						new ProductDescription("SKU-" + id, name, "", "home", null, kind, Money.parse(price),
								List.of("/images/" + name + ".svg"), Map.of(), Map.of(), null, status),
						available, Instant.now(), 1));
	}

	void forget(ProductId id) {
		this.products.remove(id);
	}

	void answers(boolean answers) {
		this.answers = answers;
	}

	ProductCatalog contract() {
		return (ProductCatalog) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ProductCatalog.class }, (proxy, method, arguments) -> {
					if (!"lookup".equals(method.getName())) {
						throw new UnsupportedOperationException(method.getName());
					}
					return lookup((Set<?>) arguments[0]);
				});
	}

	private List<Product> lookup(Set<?> ids) {
		if (!this.answers) {
			throw new IllegalStateException("Connection refused");
		}
		return ids.stream().map(this.products::get).filter(Objects::nonNull).toList();
	}

}
