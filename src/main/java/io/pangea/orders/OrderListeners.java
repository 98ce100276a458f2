package io.pangea.orders;

import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountDeleted;
import io.pangea.payments.PaymentAuthorised;
import io.pangea.payments.PaymentDeclined;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * What carries orders on at once. None of it is needed for an order to get on in the end:
 * the schedule sees to that.
 */
@Component
class OrderListeners {

	private final PurchaseOrders orders;

	private final CheckoutSaga saga;

	OrderListeners(PurchaseOrders orders, CheckoutSaga saga) {
		this.orders = orders;
		this.saga = saga;
	}

	@ApplicationModuleListener(id = "orders.checkout", propagation = Propagation.NOT_SUPPORTED)
	void on(OrderPlaced placed) {
		this.saga.drive(placed.orderId());
	}

	@ApplicationModuleListener(id = "orders.payment-authorised", propagation = Propagation.NOT_SUPPORTED)
	void on(PaymentAuthorised authorised) {
		answered(authorised.reference());
	}

	@ApplicationModuleListener(id = "orders.payment-declined", propagation = Propagation.NOT_SUPPORTED)
	void on(PaymentDeclined declined) {
		answered(declined.reference());
	}

	/** Of interest only when the payer answered; else whoever asked has the answer. */
	private void answered(String reference) {
		orderOf(reference).filter((order) -> this.orders.isNext(Task.AWAIT_PAYER, order)).ifPresent(this.saga::drive);
	}

	private static Optional<OrderId> orderOf(String reference) {
		try {
			return Optional.of(new OrderId(UUID.fromString(reference)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Orders stay, for the books; what says whose they were goes. */
	@ApplicationModuleListener(id = "orders.account-deleted")
	void on(AccountDeleted deleted) {
		for (OrderId id : this.orders.ofBuyer(deleted.account())) {
			this.orders.find(id).ifPresent((order) -> {
				order.forget();
				this.orders.save(order);
			});
		}
	}

}
