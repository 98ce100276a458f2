package io.pangea.orders;

import java.util.Objects;
import java.util.UUID;

import io.pangea.orders.OrderRefunds.Requested;
import io.pangea.orders.OrderRefunds.Status;
import io.pangea.payments.OverRefund;
import io.pangea.payments.Payments;
import io.pangea.payments.RefundRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out refunds that were written down. Like {@link CheckoutSaga} it calls as the
 * module itself and may be run any number of times: the id of the refund is the key at
 * {@code payments}, and only who settles it changes the order.
 */
@Component
class RefundSaga {

	private static final Logger LOG = LoggerFactory.getLogger(RefundSaga.class);

	private final OrderRefunds refunds;

	private final PurchaseOrders orders;

	private final Payments payments;

	private final TransactionOperations transaction;

	RefundSaga(OrderRefunds refunds, PurchaseOrders orders, Payments payments, TransactionOperations transaction) {
		this.refunds = refunds;
		this.orders = orders;
		this.payments = payments;
		this.transaction = transaction;
	}

	void drive(UUID id) {
		Requested refund = this.refunds.find(id).orElseThrow();
		if (refund.status() != Status.REQUESTED) {
			return;
		}
		try {
			settle(refund, carriedOut(refund));
		}
		catch (RuntimeException ex) {
			LOG.warn("Refund {} of order {} waits: {}", id, refund.order(), ex.toString());
			this.refunds.postpone(id);
		}
	}

	private Status carriedOut(Requested refund) {
		PurchaseOrder order = this.orders.find(refund.order()).orElseThrow();
		try {
			this.payments.refund(Objects.requireNonNull(order.paymentId()), new RefundRequest(refund.amount()),
					refund.id().toString());
			return Status.PAID;
		}
		catch (OverRefund ex) {
			LOG.error("Payments refused refund {} of order {}: the books differ", refund.id(), refund.order(), ex);
			return Status.REFUSED;
		}
	}

	private void settle(Requested refund, Status as) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.refunds.settle(refund.id(), as)) {
				PurchaseOrder order = this.orders.find(refund.order()).orElseThrow();
				if (as == Status.PAID) {
					order.refunded(refund.amount(), refund.reason());
				}
				else {
					order.refundRefused(refund.amount());
				}
				this.orders.save(order);
			}
		});
	}

}
