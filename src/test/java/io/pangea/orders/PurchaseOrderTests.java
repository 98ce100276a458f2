package io.pangea.orders;

import java.time.Instant;

import io.pangea.accounts.AccountId;
import io.pangea.payments.CurrencyMismatch;
import io.pangea.payments.PaymentStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.pangea.orders.Fixtures.confirmed;
import static io.pangea.orders.Fixtures.following;
import static io.pangea.orders.Fixtures.line;
import static io.pangea.orders.Fixtures.placed;
import static io.pangea.orders.Fixtures.reserved;
import static io.pangea.orders.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PurchaseOrderTests {

	private static final Shipment SHIPMENT = new Shipment("Post", "X1");

	private static PurchaseOrder order() {
		return placed(line(1, "100", true));
	}

	@Test
	void goesFromPlacedToDone() {
		PurchaseOrder order = order();
		assertThat(order.task()).isEqualTo(Task.RESERVE);
		assertThat(reserved(order).task()).isEqualTo(Task.AUTHORISE);
		assertThat(following(order, PaymentStatus.AUTHORISED).task()).isEqualTo(Task.CAPTURE);
		order.captured();
		assertThat(order.task()).isEqualTo(Task.TAKE_STOCK);
		order.confirmed();
		assertThat(order.task()).isEqualTo(Task.CLEAR_CART);
		order.cartCleared();
		assertThat(order.task()).isEqualTo(Task.NONE);
		assertThat(order.progress().status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(order.events()).hasExactlyElementsOfTypes(OrderPlaced.class, OrderConfirmed.class);
	}

	@Test
	void keepsTheTokenOnlyUntilItIsKnownWhatCameOfIt() {
		PurchaseOrder order = reserved(order());
		assertThat(order.paymentToken()).isEqualTo("tok_success");
		assertThat(order.mayHavePaid()).isTrue();
		assertThat(following(order, PaymentStatus.REQUIRES_ACTION).paymentToken()).isNull();
		assertThat(order.mayHavePaid()).isFalse();
	}

	@Test
	void keepsTheSecretOnlyWhileThePayerHasToAct() {
		PurchaseOrder order = following(reserved(order()), PaymentStatus.REQUIRES_ACTION);
		assertThat(order.progress().status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
		assertThat(order.progress().actionSecret()).isEqualTo("secret");
		assertThat(following(order, PaymentStatus.AUTHORISED).progress().actionSecret()).isNull();
	}

	@Test
	void isCancelledOnceItIsUndone() {
		PurchaseOrder order = following(reserved(order()), PaymentStatus.DECLINED);
		assertThat(order.task()).isEqualTo(Task.UNDO);
		assertThat(order.progress().status()).isEqualTo(OrderStatus.RESERVED);
		order.cancelled();
		assertThat(order.progress().status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(order.progress().cancelReason()).isEqualTo(CancelReason.PAYMENT_DECLINED);
		assertThat(order.events().getLast()).isInstanceOfSatisfying(OrderCancelled.class,
				(event) -> assertThat(event.reason()).isEqualTo("payment-declined"));
	}

	@Test
	void refusesTransitionsOutOfTurn() {
		PurchaseOrder order = order();
		assertThatExceptionOfType(WrongTask.class).isThrownBy(order::captured);
		assertThatExceptionOfType(WrongTask.class).isThrownBy(order::confirmed);
		assertThatExceptionOfType(WrongTask.class).isThrownBy(order::cancelled);
		assertThatExceptionOfType(WrongTask.class).isThrownBy(order::cartCleared);
		assertThatExceptionOfType(WrongTask.class).isThrownBy(() -> following(order, PaymentStatus.AUTHORISED));
		PurchaseOrder done = confirmed(order());
		assertThatExceptionOfType(WrongTask.class).isThrownBy(() -> done.abandon(CancelReason.TIMED_OUT));
		assertThatExceptionOfType(WrongTask.class).isThrownBy(() -> reserved(done));
	}

	@ParameterizedTest
	@EnumSource(names = { "RESERVE", "AUTHORISE", "AWAIT_PAYER", "CAPTURE" })
	void isGivenUpAtItsDeadlineBeforeMoneyIsTaken(Task task) {
		assertThat(task.endsAtDeadline()).isTrue();
	}

	@Test
	void isNotGivenUpAtADeadlineOnceMoneyIsTaken() {
		PurchaseOrder order = following(reserved(order()), PaymentStatus.AUTHORISED);
		Instant late = Instant.now().plus(Fixtures.MINUTES.multipliedBy(3));
		assertThat(order.isOverdue(late)).isTrue();
		order.captured();
		assertThat(order.isOverdue(late)).isFalse();
	}

	@Test
	void shipsOnceAndCorrectsTheShipment() {
		PurchaseOrder order = confirmed(order());
		assertThat(order.ship(SHIPMENT)).isTrue();
		assertThat(order.progress().status()).isEqualTo(OrderStatus.SHIPPED);
		assertThat(order.ship(SHIPMENT)).isFalse();
		assertThat(order.ship(new Shipment("Post", "X2"))).isTrue();
	}

	@Test
	void doesNotShipWhatIsNotConfirmedOrDigital() {
		assertThatExceptionOfType(OrderNotShippable.class).isThrownBy(() -> order().ship(SHIPMENT));
		PurchaseOrder digital = confirmed(placed(line(1, "5", false)));
		assertThatExceptionOfType(OrderNotShippable.class).isThrownBy(() -> digital.ship(SHIPMENT));
	}

	@Test
	void refundsInPartsUntilNothingIsLeft() {
		PurchaseOrder order = confirmed(order());
		assertThat(order.requestRefund(usd("30"))).isEqualTo(usd("30"));
		assertThat(order.refundable()).isEqualTo(usd("70"));
		order.refunded(usd("30"), "damaged");
		assertThat(order.progress().status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(order.requestRefund(null)).isEqualTo(usd("70"));
		order.refunded(usd("70"), "lost");
		assertThat(order.progress().status()).isEqualTo(OrderStatus.REFUNDED);
		assertThat(order.events()).filteredOn(OrderRefunded.class::isInstance)
			.extracting("full")
			.containsExactly(false, true);
	}

	@Test
	void refundsNoMoreThanIsLeft() {
		PurchaseOrder order = confirmed(order());
		order.requestRefund(usd("30"));
		assertThatExceptionOfType(OrderNotRefundable.class).isThrownBy(() -> order.requestRefund(usd("70.01")))
			.satisfies((ex) -> assertThat(ex.refundable()).isEqualTo(usd("70")));
		assertThatExceptionOfType(OrderNotRefundable.class).isThrownBy(() -> order().requestRefund(null));
		assertThatExceptionOfType(RefundNotPositive.class).isThrownBy(() -> order.requestRefund(usd("0")));
		assertThatExceptionOfType(CurrencyMismatch.class)
			.isThrownBy(() -> order.requestRefund(Money.of(CurrencyUnit.EUR, 1)));
	}

	@Test
	void forgetsItsBuyerOnceNothingIsOnItsWay() {
		PurchaseOrder order = confirmed(placed(AccountId.next(), line(1, "100", true)));
		order.forget();
		order.cartCleared();
		assertThat(order.contact().email()).isEqualTo("ada@example.org");
		order.ship(SHIPMENT);
		assertThat(order.contact().email()).isEmpty();
		assertThat(order.contact().address().recipient()).isEmpty();
		assertThat(order.contact().address().country()).isEqualTo("US");
	}

	@Test
	void forgetsTheBuyerOfADigitalOrderAtOnce() {
		PurchaseOrder order = confirmed(placed(AccountId.next(), line(1, "5", false)));
		order.cartCleared();
		order.forget();
		assertThat(order.contact().email()).isEmpty();
	}

}
