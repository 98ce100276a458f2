package io.pangea.cart;

import io.pangea.accounts.AccountDeleted;
import io.pangea.products.PriceChanged;
import io.pangea.products.ProductListed;
import io.pangea.products.ProductWithdrawn;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what concerns carts elsewhere. */
@Component
class CartListeners {

	private final StoredCarts carts;

	private final SeenProducts products;

	CartListeners(StoredCarts carts, SeenProducts products) {
		this.carts = carts;
		this.products = products;
	}

	@ApplicationModuleListener(id = "cart.erase-account")
	void on(AccountDeleted event) {
		this.carts.deleteByOwner(event.account().value());
	}

	@ApplicationModuleListener(id = "cart.price-changed")
	void on(PriceChanged event) {
		this.products.price(event.productId(), event.after(), event.occurredAt());
	}

	@ApplicationModuleListener(id = "cart.product-listed")
	void on(ProductListed event) {
		this.products.onSale(event.productId(), true, event.occurredAt());
	}

	@ApplicationModuleListener(id = "cart.product-withdrawn")
	void on(ProductWithdrawn event) {
		this.products.onSale(event.productId(), false, event.occurredAt());
	}

}
