package io.pangea.cart;

import io.pangea.products.ProductId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Some pieces of one product in a cart.
 *
 * @param price per piece in minor units, when it was put in or its price last accepted
 */
@Table(schema = "cart", name = "lines")
record StoredLine(@Column("product") ProductId productId, int quantity, long price, String currency) {

	static StoredLine of(ProductId productId, int quantity, Money price) {
		return new StoredLine(productId, quantity, price.getAmountMinorLong(), price.getCurrencyUnit().getCode());
	}

	Money priceWhenAdded() {
		return Money.ofMinor(CurrencyUnit.of(this.currency), this.price);
	}

	StoredLine quantity(int changed) {
		return new StoredLine(this.productId, changed, this.price, this.currency);
	}

}
