package io.pangea.orders;

import io.pangea.products.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A number of one product at the price it is sold for.
 *
 * @param filmId the film this sells, or {@code plan:} and the code of a subscription;
 * null for all else
 */
public record OrderLine(ProductId productId, String sku, String name, int quantity, Money price, Money total,
		boolean physical, @Nullable String filmId) {

}
