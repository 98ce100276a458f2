package io.pangea.orders;

import java.util.UUID;
import java.util.function.Supplier;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.orders.OrderRefunds.Requested;
import io.pangea.orders.OrderRefunds.Status;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What staff do with orders. */
@Component
class AfterSales {

	private static final int TRIES = 5;

	private final PurchaseOrders orders;

	private final OrderRefunds refunds;

	private final Drivers drivers;

	private final TransactionOperations transaction;

	AfterSales(PurchaseOrders orders, OrderRefunds refunds, Drivers drivers, TransactionOperations transaction) {
		this.orders = orders;
		this.refunds = refunds;
		this.drivers = drivers;
		this.transaction = transaction;
	}

	void ship(OrderId id, Shipment shipment) {
		again(() -> {
			PurchaseOrder order = find(id);
			if (order.ship(shipment)) {
				this.orders.save(order);
			}
			return order;
		});
	}

	/**
	 * Writes the refund down, has it carried out, and waits for it a little.
	 * @throws KeyReused when the key was used with other content
	 */
	void refund(OrderId id, Refund refund, String key) {
		String hash = ContentHash.of("%s\n%s".formatted(refund.amount(), refund.reason()));
		Requested known = this.refunds.find(id, key).orElseGet(() -> again(() -> request(id, refund, key, hash)));
		if (!hash.equals(known.contentHash())) {
			throw new KeyReused(key);
		}
		if (known.status() == Status.REQUESTED) {
			this.drivers.payBack(known.id());
			known = this.refunds.find(known.id()).orElseThrow();
		}
		if (known.status() == Status.REFUSED) {
			throw new OrderNotRefundable(id, find(id).refundable());
		}
	}

	private Requested request(OrderId id, Refund refund, String key, String hash) {
		return this.transaction.execute((status) -> {
			PurchaseOrder order = find(id);
			UUID refundId = UuidCreator.getTimeOrderedEpoch();
			Requested requested = new Requested(refundId, id, hash, order.requestRefund(refund.amount()),
					refund.reason(), Status.REQUESTED);
			if (!this.refunds.add(requested, key, Caller.current().name())) {
				return this.refunds.find(id, key).orElseThrow();
			}
			this.orders.save(order);
			return requested;
		});
	}

	private PurchaseOrder find(OrderId id) {
		return this.orders.find(id).orElseThrow(() -> new OrderNotFound(id));
	}

	/** Somebody else's change to the same order at the same moment does not count. */
	private static <T> T again(Supplier<T> change) {
		for (int i = 1; i < TRIES; i++) {
			try {
				return change.get();
			}
			catch (OptimisticLockingFailureException ex) {
				Thread.onSpinWait();
			}
		}
		return change.get();
	}

}
