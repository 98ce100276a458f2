package io.pangea.cart;

import io.pangea.products.ProductId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** A number of one product. */
public record CartItem(@NotNull ProductId productId, @Positive int quantity) {

}
