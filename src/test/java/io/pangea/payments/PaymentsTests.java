package io.pangea.payments;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.testing.StoreTest;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static io.pangea.payments.LedgerEntry.Type.ACTION_REQUIRED;
import static io.pangea.payments.LedgerEntry.Type.AUTHORISED;
import static io.pangea.payments.LedgerEntry.Type.CANCELLED;
import static io.pangea.payments.LedgerEntry.Type.CAPTURED;
import static io.pangea.payments.LedgerEntry.Type.DECLINED;
import static io.pangea.payments.LedgerEntry.Type.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@StoreTest
@RecordApplicationEvents
class PaymentsTests {

	private static final Money TEN = Money.parse("EUR 10.00");

	@Autowired
	private Payments payments;

	@Autowired
	private Keys keys;

	@Autowired
	private Unfinished unfinished;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private ConfigurableApplicationContext context;

	private final String reference = "order-" + UUID.randomUUID();

	private final String key = UUID.randomUUID().toString();

	@BeforeEach
	void actAsOrders() {
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("orders", "", "MODULE_orders"));
	}

	@AfterEach
	void leave() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void authorisesAtOnce() {
		Payment payment = pay("tok_success");
		assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORISED);
		assertThat(payment.reference()).isEqualTo(this.reference);
		assertThat(payment.amount()).isEqualTo(TEN);
		assertThat(payment.captured()).isEqualTo(Money.parse("EUR 0.00"));
		assertThat(payment.actionSecret()).isNull();
		assertThat(this.payments.find(payment.id())).isEqualTo(payment);
		assertThat(told()).singleElement()
			.isInstanceOfSatisfying(PaymentAuthorised.class,
					(event) -> assertThat(event.paymentId()).isEqualTo(payment.id()));
	}

	@ParameterizedTest
	@CsvSource({ "tok_declined,card_declined", "tok_insufficient_funds,insufficient_funds" })
	void saysWhyItWasDeclined(String token, String reason) {
		Payment payment = pay(token);
		assertThat(payment.status()).isEqualTo(PaymentStatus.DECLINED);
		assertThat(payment.declineReason()).isEqualTo(reason);
		assertThat(told()).singleElement()
			.isInstanceOfSatisfying(PaymentDeclined.class, (event) -> assertThat(event.reason()).isEqualTo(reason));
	}

	@Test
	void authorisesOnceThePayerApproves() {
		Payment payment = pay("tok_3ds");
		assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
		assertThat(told()).isEmpty();
		assertThat(this.payments.challenge(payment.id(), secretOf(payment)))
			.isEqualTo(new Challenge(payment.id(), TEN, this.reference, true));
		assertThat(this.payments.answerChallenge(payment.id(), secretOf(payment), true).open()).isFalse();
		assertThat(this.payments.answerChallenge(payment.id(), secretOf(payment), false).open()).isFalse();
		assertThat(this.payments.find(payment.id()).status()).isEqualTo(PaymentStatus.AUTHORISED);
		assertThat(types(payment)).containsExactly(ACTION_REQUIRED, AUTHORISED);
		assertThat(told()).singleElement().isInstanceOf(PaymentAuthorised.class);
	}

	@Test
	void declinesWhenThePayerDenies() {
		Payment payment = pay("tok_3ds");
		this.payments.answerChallenge(payment.id(), secretOf(payment), false);
		this.payments.answerChallenge(payment.id(), secretOf(payment), true);
		assertThat(this.payments.find(payment.id()).status()).isEqualTo(PaymentStatus.DECLINED);
		assertThat(this.payments.find(payment.id()).declineReason()).isEqualTo("denied_by_payer");
		assertThat(told()).singleElement().isInstanceOf(PaymentDeclined.class);
	}

	@Test
	void opensTheChallengeOnlyToWhoKnowsTheSecret() {
		Payment payment = pay("tok_3ds");
		assertThatExceptionOfType(PaymentNotFound.class)
			.isThrownBy(() -> this.payments.challenge(payment.id(), "guess"));
		assertThatExceptionOfType(PaymentNotFound.class)
			.isThrownBy(() -> this.payments.answerChallenge(payment.id(), "", true));
		assertThat(this.payments.find(payment.id()).status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
	}

	@Test
	void forgetsKeysNobodyWillRepeat() {
		Payment payment = pay("tok_success");
		String key = "select key from payments.idempotency_keys where subject = ?";
		age(payment, "29 days");
		this.keys.forgetOld();
		assertThat(this.jdbc.sql(key).param(payment.id().value()).query(String.class).list()).hasSize(1);
		age(payment, "31 days");
		this.keys.forgetOld();
		assertThat(this.jdbc.sql(key).param(payment.id().value()).query(String.class).list()).isEmpty();
	}

	private void age(Payment payment, String by) {
		this.jdbc.sql("update payments.idempotency_keys set created_at = now() - cast(? as interval) where subject = ?")
			.params(by, payment.id().value())
			.update();
	}

	@Test
	void showsTheSecretToNobodyButTheFirstToAsk() {
		Payment payment = pay("tok_3ds");
		assertThat(payment.actionSecret()).hasSizeGreaterThan(40);
		assertThat(this.payments.find(payment.id()).actionSecret()).isNull();
	}

	@Test
	void repeatsTheFirstAnswer() {
		Payment first = pay("tok_3ds");
		this.payments.answerChallenge(first.id(), secretOf(first), true);
		this.payments.capture(first.id());
		assertThat(pay("tok_3ds")).isEqualTo(first);
	}

	@Test
	void refusesAKeyUsedForSomethingElse() {
		pay("tok_success");
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> pay("tok_declined"));
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> this.payments
			.authorise(new PaymentRequest(TEN.plus(1), this.reference, "tok_success"), this.key));
	}

	@Test
	void chargesNothingWhileTheProviderDoesNotAnswer() {
		try {
			pay("tok_unavailable");
		}
		catch (PaymentProviderUnavailable ex) {
			assertThat(charges()).containsExactly("UNANSWERED");
			assertThat(told()).isEmpty();
		}
		assertThat(pay("tok_unavailable").status()).isEqualTo(PaymentStatus.AUTHORISED);
		assertThat(charges()).containsExactly("AUTHORISED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_unknown", "4111111111111112", "TOK_SUCCESS" })
	void storesNothingAboutAnUnknownToken(String token) {
		assertThatExceptionOfType(PaymentTokenUnknown.class).isThrownBy(() -> pay(token));
		assertThat(charges()).isEmpty();
		assertThat(intents()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "EUR 0.00", "EUR -1.00" })
	void refusesToChargeNothing(String amount) {
		assertThatExceptionOfType(AmountNotPositive.class).isThrownBy(() -> this.payments
			.authorise(new PaymentRequest(Money.parse(amount), this.reference, "tok_success"), this.key));
		assertThat(intents()).isZero();
	}

	@Test
	void capturesOnce() {
		Payment payment = pay("tok_success");
		Payment captured = this.payments.capture(payment.id());
		assertThat(captured.status()).isEqualTo(PaymentStatus.CAPTURED);
		assertThat(captured.captured()).isEqualTo(TEN);
		assertThat(this.payments.capture(payment.id())).isEqualTo(captured);
		assertThat(types(payment)).containsExactly(AUTHORISED, CAPTURED);
		assertThat(told()).hasExactlyElementsOfTypes(PaymentAuthorised.class, PaymentCaptured.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_declined", "tok_3ds" })
	void capturesOnlyWhatIsAuthorised(String token) {
		Payment payment = pay(token);
		assertThatExceptionOfType(PaymentNotCapturable.class).isThrownBy(() -> this.payments.capture(payment.id()))
			.satisfies((ex) -> assertThat(ex.paymentStatus()).isEqualTo(payment.status()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_success", "tok_3ds" })
	void cancelsOnce(String token) {
		Payment payment = pay(token);
		Payment cancelled = this.payments.cancel(payment.id());
		assertThat(cancelled.status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(this.payments.cancel(payment.id())).isEqualTo(cancelled);
		assertThat(types(payment)).hasSize(2).endsWith(CANCELLED);
		assertThat(charges()).containsExactly("CANCELLED");
		assertThatExceptionOfType(PaymentNotCapturable.class).isThrownBy(() -> this.payments.capture(payment.id()));
	}

	@Test
	void closesTheChallengeOfACancelledPayment() {
		Payment payment = pay("tok_3ds");
		this.payments.cancel(payment.id());
		assertThat(this.payments.answerChallenge(payment.id(), secretOf(payment), true).open()).isFalse();
		assertThat(this.payments.find(payment.id()).status()).isEqualTo(PaymentStatus.CANCELLED);
	}

	@Test
	void leavesADeclinedPaymentDeclined() {
		Payment payment = pay("tok_declined");
		assertThat(this.payments.cancel(payment.id())).isEqualTo(payment);
		assertThat(types(payment)).containsExactly(DECLINED);
	}

	@Test
	void cancelsNoCapturedMoney() {
		Payment payment = captured();
		assertThatExceptionOfType(PaymentNotCancellable.class).isThrownBy(() -> this.payments.cancel(payment.id()));
		refund(payment, "EUR 10.00", "all");
		assertThatExceptionOfType(PaymentNotCancellable.class).isThrownBy(() -> this.payments.cancel(payment.id()));
	}

	@Test
	void refundsInParts() {
		Payment payment = captured();
		Payment part = refund(payment, "EUR 4.00", "first");
		assertThat(part.status()).isEqualTo(PaymentStatus.CAPTURED);
		assertThat(part.refunded()).isEqualTo(Money.parse("EUR 4.00"));
		Payment all = refund(payment, "EUR 6.00", "second");
		assertThat(all.status()).isEqualTo(PaymentStatus.REFUNDED);
		assertThat(refund(payment, "EUR 4.00", "first")).isEqualTo(part);
		assertThat(types(payment)).containsExactly(AUTHORISED, CAPTURED, REFUNDED, REFUNDED);
		assertThat(told()).filteredOn(PaymentRefunded.class::isInstance).hasSize(2);
		assertThat(this.payments.capture(payment.id()).status()).isEqualTo(PaymentStatus.REFUNDED);
	}

	@Test
	void refundsNoMoreThanWasCaptured() {
		Payment payment = captured();
		refund(payment, "EUR 4.00", "first");
		assertThatExceptionOfType(OverRefund.class).isThrownBy(() -> refund(payment, "EUR 6.01", "second"))
			.satisfies((ex) -> assertThat(ex.refundable()).isEqualTo(Money.parse("EUR 6.00")));
		assertThat(refund(payment, "EUR 6.00", "second").status()).isEqualTo(PaymentStatus.REFUNDED);
	}

	@Test
	void refundsNothingThatWasNotCaptured() {
		Payment payment = pay("tok_success");
		assertThatExceptionOfType(OverRefund.class).isThrownBy(() -> refund(payment, "EUR 0.01", "first"))
			.satisfies((ex) -> assertThat(ex.refundable()).isEqualTo(Money.parse("EUR 0.00")));
	}

	@Test
	void refusesRefundsThatMakeNoSense() {
		Payment payment = captured();
		assertThatExceptionOfType(CurrencyMismatch.class).isThrownBy(() -> refund(payment, "USD 1.00", "first"));
		assertThatExceptionOfType(AmountNotPositive.class).isThrownBy(() -> refund(payment, "EUR 0.00", "first"));
		assertThatExceptionOfType(AmountNotPositive.class).isThrownBy(() -> refund(payment, "EUR -1.00", "first"));
		refund(payment, "EUR 1.00", "first");
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> refund(payment, "EUR 2.00", "first"));
		assertThat(this.payments.find(payment.id()).refunded()).isEqualTo(Money.parse("EUR 1.00"));
	}

	@Test
	void knowsNoOtherPayments() {
		PaymentId nobodys = PaymentId.next();
		List<Runnable> calls = List.of(() -> this.payments.find(nobodys), () -> this.payments.ledger(nobodys),
				() -> this.payments.challenge(nobodys, "x"), () -> this.payments.answerChallenge(nobodys, "x", true),
				() -> this.payments.capture(nobodys), () -> this.payments.cancel(nobodys),
				() -> this.payments.refund(nobodys, new RefundRequest(TEN), "x"));
		assertThat(calls).allSatisfy((call) -> assertThatExceptionOfType(PaymentNotFound.class).isThrownBy(call::run));
	}

	@Test
	void declinesAnActionNeverTaken() {
		Payment payment = pay("tok_3ds");
		this.unfinished.giveUp();
		assertThat(this.payments.find(payment.id()).status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
		ageIntents();
		this.unfinished.giveUp();
		this.unfinished.giveUp();
		assertThat(this.payments.find(payment.id()).declineReason()).isEqualTo("expired");
		assertThat(types(payment)).containsExactly(ACTION_REQUIRED, DECLINED);
		assertThat(told()).singleElement().isInstanceOf(PaymentDeclined.class);
		this.payments.answerChallenge(payment.id(), secretOf(payment), true);
		assertThat(charges()).containsExactly("DECLINED");
	}

	@Test
	void leavesAnsweredPaymentsAloneHoweverOld() {
		Payment payment = pay("tok_success");
		ageIntents();
		this.unfinished.giveUp();
		assertThat(types(payment)).containsExactly(AUTHORISED);
	}

	@Test
	void writesNoLineWhoseEventCannotBePublished() {
		var listener = ApplicationListener.forPayload((Object event) -> {
			if (event instanceof PaymentAuthorised it && it.reference().equals(this.reference)) {
				throw new IllegalStateException("no room for the event");
			}
		});
		this.context.addApplicationListener(listener);
		try {
			assertThatIllegalStateException().isThrownBy(() -> pay("tok_success"));
			assertThat(lines()).isZero();
		}
		finally {
			this.context.removeApplicationListener(listener);
		}
		assertThat(pay("tok_success").status()).isEqualTo(PaymentStatus.AUTHORISED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update payments.ledger set amount_minor = 1", "delete from payments.ledger",
			"truncate payments.ledger cascade" })
	void keepsTheLedgerAppendOnly(String statement) {
		pay("tok_success");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.withMessageContaining("append-only");
		assertThat(lines()).isOne();
	}

	private Payment pay(String token) {
		return this.payments.authorise(new PaymentRequest(TEN, this.reference, token), this.key);
	}

	private Payment captured() {
		return this.payments.capture(pay("tok_success").id());
	}

	private Payment refund(Payment payment, String amount, String refundKey) {
		return this.payments.refund(payment.id(), new RefundRequest(Money.parse(amount)), refundKey);
	}

	private static String secretOf(Payment payment) {
		return String.valueOf(payment.actionSecret());
	}

	private Stream<LedgerEntry.Type> types(Payment payment) {
		return this.payments.ledger(payment.id()).stream().map(LedgerEntry::type);
	}

	private List<Object> told() {
		return this.events.stream(Object.class).filter((event) -> switch (event) {
			case PaymentAuthorised it -> it.reference().equals(this.reference);
			case PaymentDeclined it -> it.reference().equals(this.reference);
			case PaymentCaptured it -> it.reference().equals(this.reference);
			case PaymentRefunded it -> it.reference().equals(this.reference);
			default -> false;
		}).toList();
	}

	private void ageIntents() {
		this.jdbc.sql("update payments.intents set expires_at = expires_at - interval '1 hour' where reference = ?")
			.param(this.reference)
			.update();
	}

	private List<String> charges() {
		return this.jdbc.sql("""
				select status from payments.simulated_charges
				join payments.intents on id = idempotency_key where reference = ?
				""").param(this.reference).query(String.class).list();
	}

	private long intents() {
		return count("select count(*) from payments.intents where reference = ?");
	}

	private long lines() {
		return count("""
				select count(*) from payments.ledger join payments.intents on id = payment_id where reference = ?
				""");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).param(this.reference).query(Long.class).single();
	}

}
