package io.pangea.orders;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.payments.CurrencyMismatch;
import io.pangea.payments.Payment;
import io.pangea.payments.PaymentId;
import io.pangea.products.ReservationId;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way from being placed to being done, or undone. Each transition belongs
 * to one {@link Task}; what it made true is kept until the order is stored.
 */
@AggregateRoot
final class PurchaseOrder {

	@Identity
	private final OrderId id;

	private final Purchase purchase;

	private final long version;

	private Contact contact;

	private OrderStatus status;

	private Task task;

	private @Nullable String paymentToken;

	private @Nullable PaymentId paymentId;

	private @Nullable String actionSecret;

	private @Nullable CancelReason cancelReason;

	private @Nullable Instant heldUntil;

	private Instant deadline;

	private Money refunded;

	private Money refundPending;

	private @Nullable Shipment shipment;

	private boolean forgotten;

	private Order.@Nullable Step entry;

	private final List<Object> events = new ArrayList<>();

	PurchaseOrder(Purchase purchase, Contact contact, Progress progress) {
		this.id = purchase.id();
		this.purchase = purchase;
		this.contact = contact;
		this.status = progress.status();
		this.task = progress.task();
		this.paymentToken = progress.paymentToken();
		this.paymentId = progress.paymentId();
		this.actionSecret = progress.actionSecret();
		this.cancelReason = progress.cancelReason();
		this.heldUntil = progress.heldUntil();
		this.deadline = progress.deadline();
		this.refunded = progress.refunded();
		this.refundPending = progress.refundPending();
		this.shipment = progress.shipment();
		this.forgotten = progress.forgotten();
		this.version = progress.version();
	}

	static PurchaseOrder place(Purchase purchase, Contact contact, String paymentToken, Instant deadline) {
		Money nothing = Money.zero(purchase.quote().total().getCurrencyUnit());
		PurchaseOrder order = new PurchaseOrder(purchase, contact, new Progress(OrderStatus.PLACED, Task.RESERVE,
				paymentToken, null, null, null, null, deadline, nothing, nothing, null, false, 0));
		order.enter(OrderStatus.PLACED, null);
		order.events
			.add(new OrderPlaced(eventId(), purchase.placedAt(), order.id, purchase.buyer(), purchase.quote().total()));
		return order;
	}

	void reserved(Instant until) {
		require("reserved", Task.RESERVE);
		this.heldUntil = until;
		this.task = Task.AUTHORISE;
		enter(OrderStatus.RESERVED, null);
	}

	/** Goes on, waits or gives up as the payment says. */
	void follow(Payment payment, Instant payerDeadline, Instant nextDeadline) {
		require("paid for", Task.AUTHORISE, Task.AWAIT_PAYER);
		this.paymentId = payment.id();
		this.paymentToken = null;
		switch (payment.status()) {
			case REQUIRES_ACTION -> {
				if (this.task == Task.AUTHORISE) {
					this.task = Task.AWAIT_PAYER;
					this.deadline = payerDeadline;
					this.actionSecret = payment.actionSecret();
					enter(OrderStatus.ACTION_REQUIRED, null);
				}
			}
			case AUTHORISED, CAPTURED -> {
				this.task = Task.CAPTURE;
				this.deadline = nextDeadline;
				this.actionSecret = null;
				enter(OrderStatus.AUTHORISED, null);
			}
			case DECLINED -> abandon(CancelReason.PAYMENT_DECLINED);
			case CANCELLED, REFUNDED -> abandon(CancelReason.TIMED_OUT);
		}
	}

	/** A payment whose answer got lost, to be undone. */
	void found(PaymentId payment) {
		require("undone", Task.UNDO);
		this.paymentId = payment;
	}

	/** The token was refused, so there is no payment. */
	void paymentRefused() {
		require("refused", Task.AUTHORISE);
		this.paymentToken = null;
		abandon(CancelReason.PAYMENT_DECLINED);
	}

	void captured() {
		require("captured", Task.CAPTURE);
		this.task = Task.TAKE_STOCK;
	}

	void confirmed() {
		require("confirmed", Task.TAKE_STOCK);
		this.task = Task.CLEAR_CART;
		enter(OrderStatus.CONFIRMED, null);
		this.events.add(new OrderConfirmed(eventId(), now(), this.id, this.purchase.buyer(), this.purchase.lines(),
				this.purchase.quote().total()));
	}

	void cartCleared() {
		require("done", Task.CLEAR_CART);
		this.task = Task.NONE;
		eraseWhatIsNotNeeded();
	}

	/** It will be cancelled once money and stock are back where they came from. */
	void abandon(CancelReason reason) {
		require("abandoned", Task.RESERVE, Task.AUTHORISE, Task.AWAIT_PAYER, Task.CAPTURE, Task.TAKE_STOCK);
		this.task = Task.UNDO;
		this.cancelReason = reason;
		this.actionSecret = null;
	}

	void cancelled() {
		require("cancelled", Task.UNDO);
		String reason = Objects.requireNonNull(this.cancelReason).code();
		this.task = Task.NONE;
		this.paymentToken = null;
		enter(OrderStatus.CANCELLED, reason);
		this.events.add(new OrderCancelled(eventId(), now(), this.id, this.purchase.buyer(), reason));
		eraseWhatIsNotNeeded();
	}

	/**
	 * Another shipment corrects the one before.
	 * @return whether anything changed
	 */
	boolean ship(Shipment with) {
		if (with.equals(this.shipment)) {
			return false;
		}
		boolean confirmed = this.status == OrderStatus.CONFIRMED || this.status == OrderStatus.SHIPPED;
		if (!confirmed || !this.purchase.isShipped()) {
			throw new OrderNotShippable(this.id, this.status);
		}
		this.shipment = with;
		enter(OrderStatus.SHIPPED, with.carrier());
		eraseWhatIsNotNeeded();
		return true;
	}

	/** Sets money aside to be paid back; all that is left when no amount is given. */
	Money requestRefund(@Nullable Money asked) {
		Money refundable = refundable();
		Money amount = (asked != null) ? asked : refundable;
		if (!amount.isSameCurrency(refundable)) {
			throw new CurrencyMismatch(refundable.getCurrencyUnit().getCode(), amount.getCurrencyUnit().getCode());
		}
		if (asked != null && !asked.isPositive()) {
			throw new RefundNotPositive(asked);
		}
		if (!amount.isPositive() || amount.isGreaterThan(refundable)) {
			throw new OrderNotRefundable(this.id, refundable);
		}
		this.refundPending = this.refundPending.plus(amount);
		return amount;
	}

	void refunded(Money amount, String reason) {
		this.refundPending = this.refundPending.minus(amount);
		this.refunded = this.refunded.plus(amount);
		boolean full = this.refunded.isEqual(this.purchase.quote().total());
		enter(full ? OrderStatus.REFUNDED : this.status, reason, amount);
		this.events.add(new OrderRefunded(eventId(), now(), this.id, this.purchase.buyer(), amount, full));
		eraseWhatIsNotNeeded();
	}

	void refundRefused(Money amount) {
		this.refundPending = this.refundPending.minus(amount);
	}

	/** What was captured and is neither paid back nor about to be. */
	Money refundable() {
		return switch (this.status) {
			case CONFIRMED, SHIPPED -> this.purchase.quote().total().minus(this.refunded).minus(this.refundPending);
			case PLACED, RESERVED, ACTION_REQUIRED, AUTHORISED, CANCELLED, REFUNDED ->
				this.refunded.minus(this.refunded);
		};
	}

	/** Its buyer's account is gone: what is not needed to carry it out goes as well. */
	void forget() {
		this.forgotten = true;
		eraseWhatIsNotNeeded();
	}

	private void eraseWhatIsNotNeeded() {
		boolean onItsWay = this.task != Task.NONE
				|| (this.status == OrderStatus.CONFIRMED && this.purchase.isShipped());
		if (this.forgotten && !onItsWay) {
			this.contact = this.contact.anonymous();
		}
	}

	boolean isOverdue(Instant now) {
		return this.task.endsAtDeadline() && now.isAfter(this.deadline);
	}

	/** Whether its stock is held for long enough to take the money for it. */
	boolean isHeldAt(Instant instant) {
		return this.heldUntil != null && instant.isBefore(this.heldUntil);
	}

	OrderId id() {
		return this.id;
	}

	Purchase purchase() {
		return this.purchase;
	}

	Contact contact() {
		return this.contact;
	}

	Task task() {
		return this.task;
	}

	/**
	 * Whether a payment may have been asked for whose answer got lost: the token is kept
	 * until there is one.
	 */
	boolean mayHavePaid() {
		return this.paymentToken != null && this.heldUntil != null;
	}

	/** Derived, so that nothing is reserved that cannot be found again. */
	ReservationId reservation() {
		return new ReservationId(this.id.value());
	}

	@Nullable PaymentId paymentId() {
		return this.paymentId;
	}

	@Nullable String paymentToken() {
		return this.paymentToken;
	}

	Progress progress() {
		return new Progress(this.status, this.task, this.paymentToken, this.paymentId, this.actionSecret,
				this.cancelReason, this.heldUntil, this.deadline, this.refunded, this.refundPending, this.shipment,
				this.forgotten, this.version);
	}

	/** New in its history since it was read. */
	Order.@Nullable Step entry() {
		return this.entry;
	}

	/** The same, once it is stored. */
	PurchaseOrder stored() {
		Progress now = progress();
		return new PurchaseOrder(this.purchase, this.contact,
				new Progress(now.status(), now.task(), now.paymentToken(), now.paymentId(), now.actionSecret(),
						now.cancelReason(), now.heldUntil(), now.deadline(), now.refunded(), now.refundPending(),
						now.shipment(), now.forgotten(), now.version() + 1));
	}

	/** Facts that become true when it is stored. */
	List<Object> events() {
		return List.copyOf(this.events);
	}

	private void enter(OrderStatus next, @Nullable String note) {
		enter(next, note, null);
	}

	private void enter(OrderStatus next, @Nullable String note, @Nullable Money paidBack) {
		this.status = next;
		this.entry = new Order.Step(next, now(), note, paidBack);
	}

	private void require(String transition, Task... expected) {
		if (!Set.of(expected).contains(this.task)) {
			throw new WrongTask(this.id, transition, this.task);
		}
	}

	// As precise as the database.
	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	private static UUID eventId() {
		return UuidCreator.getTimeOrderedEpoch();
	}

}
