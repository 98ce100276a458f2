package io.pangea.orders;

import java.util.List;
import java.util.Objects;

import io.pangea.accounts.AccountId;
import io.pangea.cart.CartId;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RestController;

/** Who may see which order, and whom to ask for what. */
@RestController
class OrdersDesk implements Orders {

	private final Placement placement;

	private final Pricing pricing;

	private final OrderViews views;

	private final AfterSales staff;

	OrdersDesk(Placement placement, Pricing pricing, OrderViews views, AfterSales staff) {
		this.placement = placement;
		this.pricing = pricing;
		this.views = views;
		this.staff = staff;
	}

	@Override
	public List<DeliveryOption> deliveryOptions(String country) {
		return this.pricing.options(country);
	}

	@Override
	public Quote quote(CartId cart, String country, @Nullable String deliveryOption) {
		return this.placement.quote(cart, country, deliveryOption);
	}

	@Override
	public Order place(PlaceOrder order, @Nullable String idempotencyKey) {
		return find(this.placement.place(order, idempotencyKey), order.cart());
	}

	@Override
	public Order find(OrderId id, @Nullable CartId cart) {
		Caller caller = Caller.current();
		OrderRows.Listed found = this.views.find(id).orElseThrow(() -> new OrderNotFound(id));
		if (caller.owns(found.purchase(), cart)) {
			return found.order();
		}
		if (caller.staff()) {
			return found.withoutSecret();
		}
		throw new OrderNotFound(id);
	}

	@Override
	public OrderPage mine(@Nullable String cursor, int limit) {
		return this.views.list(null, Objects.requireNonNull(Caller.current().account()), cursor, limit);
	}

	@Override
	public OrderPage list(@Nullable OrderStatus status, @Nullable AccountId buyer, @Nullable String cursor, int limit) {
		return this.views.list(status, buyer, cursor, limit);
	}

	@Override
	public Order ship(OrderId id, Shipment shipment) {
		this.staff.ship(id, shipment);
		return find(id, null);
	}

	@Override
	public Order refund(OrderId id, Refund refund, String idempotencyKey) {
		this.staff.refund(id, refund, idempotencyKey);
		return find(id, null);
	}

}
