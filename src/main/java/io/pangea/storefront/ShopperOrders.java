package io.pangea.storefront;

import java.util.List;

import io.pangea.cart.CartId;
import io.pangea.orders.Order;
import io.pangea.orders.OrderId;
import io.pangea.orders.OrderNotFound;
import io.pangea.orders.Orders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The orders open to whoever looks: their account's, and what was ordered as a guest with
 * this browser, also once they have signed in.
 */
@Component
class ShopperOrders {

	private final Orders orders;

	private final GuestCarts carts;

	ShopperOrders(Orders orders, GuestCarts carts) {
		this.orders = orders;
		this.carts = carts;
	}

	/**
	 * @throws OrderNotFound when there is none, or it is somebody else's
	 */
	Order find(OrderId id) {
		List<CartId> known = this.carts.all();
		for (CartId cart : known) {
			Order order = tried(id, cart);
			if (order != null) {
				return order;
			}
		}
		return this.orders.find(id, null);
	}

	private @Nullable Order tried(OrderId id, CartId cart) {
		try {
			return this.orders.find(id, cart);
		}
		catch (OrderNotFound ex) {
			return null;
		}
	}

}
