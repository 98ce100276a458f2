package io.pangea.payments;

import java.util.UUID;

import io.pangea.testing.StoreTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A crash between the provider and the ledger costs nobody anything. */
@StoreTest
class PaymentCrashTests {

	private static final Money TEN = Money.parse("EUR 10.00");

	@Autowired
	private Books books;

	@Autowired
	private Refunds refunds;

	@Autowired
	private PaymentProvider provider;

	@Autowired
	private Unfinished unfinished;

	@Autowired
	private JdbcClient jdbc;

	private final String reference = "order-" + UUID.randomUUID();

	private final String key = UUID.randomUUID().toString();

	private PaymentsDesk desk;

	private PaymentsDesk crashing;

	@BeforeEach
	void setUp() {
		this.desk = new PaymentsDesk(this.books, this.refunds, this.provider);
		this.crashing = new PaymentsDesk(this.books, this.refunds, CrashingProvider.after(this.provider));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_success", "tok_declined", "tok_3ds" })
	void completesAnAuthorisationWithTheSameKey(String token) {
		assertCrash(() -> pay(this.crashing, token));
		String status = charge();
		Payment payment = pay(this.desk, token);
		assertThat(payment.status()).hasToString(status);
		assertThat(pay(this.desk, token)).isEqualTo(payment);
		assertThat(charge()).isEqualTo(status);
	}

	@Test
	void completesAnAuthorisationTheProviderNeverHeardOf() {
		PaymentsDesk deaf = new PaymentsDesk(this.books, this.refunds, CrashingProvider.before(this.provider));
		assertCrash(() -> pay(deaf, "tok_success"));
		assertThat(pay(this.desk, "tok_success").status()).isEqualTo(PaymentStatus.AUTHORISED);
		assertThat(charge()).isEqualTo("AUTHORISED");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTHORISED", "UNANSWERED" }, value = SimulatedStatus.class)
	void givesUpAnAuthorisationNobodyAskedForAgain(SimulatedStatus reached) {
		PaymentsDesk deaf = new PaymentsDesk(this.books, this.refunds, CrashingProvider.before(this.provider));
		assertCrash(() -> pay((reached == SimulatedStatus.AUTHORISED) ? this.crashing : deaf, "tok_success"));
		age();
		this.unfinished.giveUp();
		assertThat(charge()).isEqualTo("CANCELLED");
		assertThat(pay(this.desk, "tok_success").status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(charge()).isEqualTo("CANCELLED");
	}

	@Test
	void completesThePayersAnswer() {
		Payment payment = pay(this.desk, "tok_3ds");
		String secret = String.valueOf(payment.actionSecret());
		assertCrash(() -> this.crashing.answerChallenge(payment.id(), secret, true));
		assertThat(this.desk.answerChallenge(payment.id(), secret, false).open()).isFalse();
		assertThat(this.desk.find(payment.id()).status()).isEqualTo(PaymentStatus.AUTHORISED);
	}

	@Test
	void findsOutWhatThePayerAnsweredWhenNobodyRepeatsIt() {
		Payment payment = pay(this.desk, "tok_3ds");
		assertCrash(() -> this.crashing.answerChallenge(payment.id(), String.valueOf(payment.actionSecret()), true));
		age();
		this.unfinished.giveUp();
		assertThat(this.desk.find(payment.id()).status()).isEqualTo(PaymentStatus.AUTHORISED);
	}

	@Test
	void completesACapture() {
		Payment payment = pay(this.desk, "tok_success");
		assertCrash(() -> this.crashing.capture(payment.id()));
		assertThat(this.desk.capture(payment.id()).captured()).isEqualTo(TEN);
	}

	@Test
	void noticesThatTheMoneyIsCapturedWhenAskedToCancel() {
		Payment payment = pay(this.desk, "tok_success");
		assertCrash(() -> this.crashing.capture(payment.id()));
		assertThatExceptionOfType(PaymentNotCancellable.class).isThrownBy(() -> this.desk.cancel(payment.id()));
		assertThat(this.desk.find(payment.id()).status()).isEqualTo(PaymentStatus.CAPTURED);
	}

	@Test
	void completesACancellation() {
		Payment payment = pay(this.desk, "tok_success");
		assertCrash(() -> this.crashing.cancel(payment.id()));
		assertThatExceptionOfType(PaymentNotCapturable.class).isThrownBy(() -> this.desk.capture(payment.id()));
		assertThat(this.desk.cancel(payment.id()).status()).isEqualTo(PaymentStatus.CANCELLED);
	}

	@Test
	void completesARefundWithTheSameKey() {
		Payment payment = halfRefundedInACrash();
		assertThat(this.desk.refund(payment.id(), half(), "half").refunded()).isEqualTo(half().amount());
		assertThat(refundedByProvider(payment)).isEqualTo(500);
	}

	@Test
	void completesARefundNobodyAskedForAgain() {
		Payment payment = halfRefundedInACrash();
		this.unfinished.retryRefunds();
		assertThat(this.desk.find(payment.id()).refunded()).isEqualTo(Money.parse("EUR 0.00"));
		this.jdbc.sql("update payments.refunds set promised_at = promised_at - interval '1 hour' where payment_id = ?")
			.param(payment.id().value())
			.update();
		this.unfinished.retryRefunds();
		this.unfinished.retryRefunds();
		assertThat(this.desk.find(payment.id()).refunded()).isEqualTo(half().amount());
		assertThat(refundedByProvider(payment)).isEqualTo(500);
	}

	@Test
	void countsAPromisedRefundAsGone() {
		Payment payment = halfRefundedInACrash();
		assertThatExceptionOfType(OverRefund.class)
			.isThrownBy(() -> this.desk.refund(payment.id(), new RefundRequest(TEN), "all"))
			.satisfies((ex) -> assertThat(ex.refundable()).isEqualTo(half().amount()));
	}

	private Payment halfRefundedInACrash() {
		Payment payment = this.desk.capture(pay(this.desk, "tok_success").id());
		assertCrash(() -> this.crashing.refund(payment.id(), half(), "half"));
		return payment;
	}

	private static RefundRequest half() {
		return new RefundRequest(Money.parse("EUR 5.00"));
	}

	private static void assertCrash(ThrowingCallable call) {
		assertThatExceptionOfType(CrashingProvider.Crash.class).isThrownBy(call);
	}

	private Payment pay(PaymentsDesk by, String token) {
		return by.authorise(new PaymentRequest(TEN, this.reference, token), this.key);
	}

	private void age() {
		this.jdbc.sql("update payments.intents set expires_at = expires_at - interval '1 hour' where reference = ?")
			.param(this.reference)
			.update();
	}

	/** There is exactly one in the provider's book. */
	private String charge() {
		return this.jdbc.sql("""
				select status from payments.simulated_charges
				join payments.intents on id = idempotency_key where reference = ?
				""").param(this.reference).query(String.class).single();
	}

	private long refundedByProvider(Payment payment) {
		return this.jdbc.sql("select refunded_minor from payments.simulated_charges where idempotency_key = ?")
			.param(payment.id().value())
			.query(Long.class)
			.single();
	}

}
