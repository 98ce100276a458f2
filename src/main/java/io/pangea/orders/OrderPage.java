package io.pangea.orders;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One page of orders and where the next one starts. */
public record OrderPage(List<Order> items, @Nullable String next) {

}
