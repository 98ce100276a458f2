package io.pangea.orders;

import io.pangea.products.ProductId;
import org.joda.money.Money;

/** A number of one product at the price it is sold for. */
public record OrderLine(ProductId productId, String sku, String name, int quantity, Money price, Money total,
		boolean physical) {

}
