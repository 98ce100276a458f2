package io.pangea.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.pangea.cart.CartItem;
import io.pangea.cart.CartNotFound;
import io.pangea.cart.Carts;
import io.pangea.payments.CardNumberRefused;
import io.pangea.payments.Payment;
import io.pangea.payments.PaymentId;
import io.pangea.payments.PaymentNotCancellable;
import io.pangea.payments.PaymentNotCapturable;
import io.pangea.payments.PaymentRequest;
import io.pangea.payments.PaymentTokenUnknown;
import io.pangea.payments.Payments;
import io.pangea.payments.RefundRequest;
import io.pangea.products.Inventory;
import io.pangea.products.OutOfStock;
import io.pangea.products.ProductNotFound;
import io.pangea.products.Reservation;
import io.pangea.products.ReservationExpired;
import io.pangea.products.ReservationNotFound;
import io.pangea.products.ReservationRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Carries an order on, from wherever it stands, as far as it goes now. Never in a
 * person's request: it calls the other modules as the module itself.
 * <p>
 * Every task asks a neighbour for something that may be asked for again, under a key
 * derived from the order, and then stores the order. So a crash between the two, or two
 * drivers on one order, only repeat what was done.
 * <p>
 * Money is captured before the stock is taken, and the order confirmed after both: this
 * is the only sequence of which each step can be undone. A refund gives captured money
 * back, but nothing gives stock back that was taken for good. So that a capture is next
 * to never followed by a refund, nothing is captured for a reservation about to lapse.
 * Once captured, only {@code products} saying that the reservation is gone turns the
 * order back, never a deadline: the answer that got lost may have been a yes.
 */
@Component
class CheckoutSaga {

	private static final Logger LOG = LoggerFactory.getLogger(CheckoutSaga.class);

	private final PurchaseOrders orders;

	private final Inventory inventory;

	private final Payments payments;

	private final Carts carts;

	private final OrderSettings settings;

	CheckoutSaga(PurchaseOrders orders, Inventory inventory, Payments payments, Carts carts, OrderSettings settings) {
		this.orders = orders;
		this.inventory = inventory;
		this.payments = payments;
		this.carts = carts;
		this.settings = settings;
	}

	/** Ends when nothing is left to do, or somebody else has to act or answer first. */
	void drive(OrderId id) {
		PurchaseOrder order = this.orders.find(id).orElse(null);
		while (order != null && order.task() != Task.NONE) {
			order = advanced(order);
		}
	}

	/** Null when it cannot go on now. */
	private @Nullable PurchaseOrder advanced(PurchaseOrder order) {
		Task task = order.task();
		try {
			carryOut(order);
		}
		catch (RuntimeException ex) {
			LOG.warn("Order {} waits: {} failed with {}", order.id(), task, ex.toString());
		}
		if (order.task() == task) {
			this.orders.postpone(order);
			return null;
		}
		try {
			return this.orders.save(order);
		}
		catch (OptimisticLockingFailureException ex) {
			LOG.debug("Order {} was carried on by somebody else", order.id(), ex);
			return this.orders.find(order.id()).orElse(null);
		}
	}

	private void carryOut(PurchaseOrder order) {
		if (order.task() != Task.AWAIT_PAYER && order.isOverdue(Instant.now())) {
			order.abandon(CancelReason.TIMED_OUT);
			return;
		}
		switch (order.task()) {
			case RESERVE -> reserve(order);
			case AUTHORISE -> authorise(order);
			case AWAIT_PAYER -> awaitPayer(order);
			case CAPTURE -> capture(order);
			case TAKE_STOCK -> takeStock(order);
			case CLEAR_CART -> clearCart(order);
			case UNDO -> undo(order);
			case NONE -> {
			}
		}
	}

	private void reserve(PurchaseOrder order) {
		List<ReservationRequest.Line> lines = order.purchase()
			.lines()
			.stream()
			.map((line) -> new ReservationRequest.Line(line.productId(), line.quantity()))
			.toList();
		try {
			Reservation reservation = this.inventory.reserve(order.reservation(),
					new ReservationRequest(lines, this.settings.hold()));
			if (reservation.status() == Reservation.Status.RELEASED) {
				order.abandon(CancelReason.RESERVATION_EXPIRED);
			}
			else {
				order.reserved(reservation.expiresAt());
			}
		}
		catch (OutOfStock ex) {
			order.abandon(CancelReason.OUT_OF_STOCK);
		}
		catch (ProductNotFound ex) {
			order.abandon(CancelReason.WITHDRAWN);
		}
		catch (ReservationExpired ex) {
			order.abandon(CancelReason.RESERVATION_EXPIRED);
		}
	}

	private void authorise(PurchaseOrder order) {
		try {
			Payment payment = requestPayment(order);
			follow(order, payment);
		}
		catch (CardNumberRefused | PaymentTokenUnknown ex) {
			order.paymentRefused();
		}
	}

	private Payment requestPayment(PurchaseOrder order) {
		return this.payments.authorise(new PaymentRequest(order.purchase().quote().total(), order.id().toString(),
				Objects.requireNonNull(order.paymentToken())), order.id().toString());
	}

	/** Who answered in time is not turned away for the news being late. */
	private void awaitPayer(PurchaseOrder order) {
		follow(order, this.payments.find(Objects.requireNonNull(order.paymentId())));
		if (order.task() == Task.AWAIT_PAYER && order.isOverdue(Instant.now())) {
			order.abandon(CancelReason.TIMED_OUT);
		}
	}

	private void follow(PurchaseOrder order, Payment payment) {
		Instant now = PurchaseOrder.now();
		order.follow(payment, now.plus(this.settings.actionTimeout()), now.plus(this.settings.patience()));
	}

	private void capture(PurchaseOrder order) {
		if (!order.isHeldAt(Instant.now().plus(this.settings.stepTimeout()))) {
			order.abandon(CancelReason.RESERVATION_EXPIRED);
			return;
		}
		try {
			this.payments.capture(Objects.requireNonNull(order.paymentId()));
			order.captured();
		}
		catch (PaymentNotCapturable ex) {
			order.abandon(CancelReason.PAYMENT_DECLINED);
		}
	}

	private void takeStock(PurchaseOrder order) {
		try {
			this.inventory.commit(order.reservation());
			order.confirmed();
		}
		catch (ReservationExpired | ReservationNotFound ex) {
			order.abandon(CancelReason.RESERVATION_EXPIRED);
		}
	}

	private void clearCart(PurchaseOrder order) {
		List<CartItem> bought = order.purchase()
			.lines()
			.stream()
			.map((line) -> new CartItem(line.productId(), line.quantity()))
			.toList();
		try {
			this.carts.takeOut(order.purchase().cart(), order.id().value(), bought);
		}
		catch (CartNotFound ex) {
			LOG.debug("The cart of order {} is gone already", order.id(), ex);
		}
		order.cartCleared();
	}

	private void undo(PurchaseOrder order) {
		PaymentId payment = paymentToUndo(order);
		if (payment != null) {
			giveBack(order, payment);
		}
		this.inventory.release(order.reservation());
		order.cancelled();
	}

	/**
	 * A payment whose answer got lost is found by asking for it again, under the same
	 * key.
	 */
	private @Nullable PaymentId paymentToUndo(PurchaseOrder order) {
		if (!order.mayHavePaid()) {
			return order.paymentId();
		}
		try {
			order.found(requestPayment(order).id());
			return order.paymentId();
		}
		catch (CardNumberRefused | PaymentTokenUnknown ex) {
			return null;
		}
	}

	private void giveBack(PurchaseOrder order, PaymentId payment) {
		try {
			this.payments.cancel(payment);
		}
		catch (PaymentNotCancellable ex) {
			switch (ex.paymentStatus()) {
				case CAPTURED -> this.payments.refund(payment, new RefundRequest(order.purchase().quote().total()),
						order.id().toString());
				case REFUNDED, CANCELLED, DECLINED -> LOG.debug("Payment {} was given back already", payment);
				case REQUIRES_ACTION, AUTHORISED -> throw ex;
			}
		}
	}

}
