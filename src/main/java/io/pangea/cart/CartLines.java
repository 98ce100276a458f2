package io.pangea.cart;

import java.util.ArrayList;
import java.util.List;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Says what a line costs now and what changed since it was put in. */
final class CartLines {

	private CartLines() {
	}

	/**
	 * A product whose currency changed counts as withdrawn: its new price says nothing
	 * beside the others.
	 */
	static Cart.Line line(StoredLine line, SeenProduct product, @Nullable Integer available) {
		Money before = line.priceWhenAdded();
		boolean sold = product.onSale() && product.price().isSameCurrency(before);
		Money price = product.price().isSameCurrency(before) ? product.price() : before;
		Integer left = sold ? available : Integer.valueOf(0);
		return new Cart.Line(line.productId(), product.slug(), product.name(), product.image(), line.quantity(), price,
				before, price.multipliedBy(line.quantity()), left, product.physical(),
				sold ? notices(line, price, available) : List.of(Cart.Notice.WITHDRAWN));
	}

	private static List<Cart.Notice> notices(StoredLine line, Money price, @Nullable Integer available) {
		List<Cart.Notice> notices = new ArrayList<>();
		if (price.isGreaterThan(line.priceWhenAdded())) {
			notices.add(Cart.Notice.PRICE_ROSE);
		}
		if (price.isLessThan(line.priceWhenAdded())) {
			notices.add(Cart.Notice.PRICE_FELL);
		}
		if (available != null && available < line.quantity()) {
			notices.add((available > 0) ? Cart.Notice.LESS_AVAILABLE : Cart.Notice.SOLD_OUT);
		}
		return notices;
	}

}
