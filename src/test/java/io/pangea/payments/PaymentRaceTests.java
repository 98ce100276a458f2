package io.pangea.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.pangea.testing.StoreTest;
import io.pangea.testing.AtOnce;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What many do at the same moment comes out as if they had queued. */
@StoreTest
class PaymentRaceTests {

	@Autowired
	private Books books;

	@Autowired
	private Refunds refunds;

	@Autowired
	private PaymentProvider provider;

	@Autowired
	private JdbcClient jdbc;

	private final String reference = "order-" + UUID.randomUUID();

	private PaymentsDesk desk;

	@BeforeEach
	void setUp() {
		this.desk = new PaymentsDesk(this.books, this.refunds, this.provider);
	}

	@RepeatedTest(5)
	void chargesOnceForOneKey() throws InterruptedException {
		String key = UUID.randomUUID().toString();
		Outcome<Payment> outcome = atOnce(Collections.nCopies(8, () -> pay("tok_success", key)));
		assertThat(outcome.errors()).isEmpty();
		assertThat(outcome.results()).hasSize(8).containsOnly(outcome.results().getFirst());
		assertThat(count("select count(*) from payments.intents where reference = ?")).isOne();
		assertThat(count("""
				select count(*) from payments.simulated_charges
				join payments.intents on id = idempotency_key where reference = ?
				""")).isOne();
		assertThat(this.desk.ledger(outcome.results().getFirst().id())).hasSize(1);
	}

	@RepeatedTest(5)
	void neverRefundsMoreThanWasCaptured() throws InterruptedException {
		PaymentId id = this.desk.capture(pay("tok_success", "key " + this.reference).id()).id();
		RefundRequest third = new RefundRequest(Money.parse("EUR 3.00"));
		Outcome<Payment> outcome = atOnce(IntStream.range(0, 10)
			.<Callable<Payment>>mapToObj((i) -> () -> this.desk.refund(id, third, "refund " + i))
			.toList());
		assertThat(outcome.results()).hasSize(3);
		assertThat(outcome.errors()).hasSize(7).hasOnlyElementsOfType(OverRefund.class);
		assertBalanced(id, 100);
	}

	@RepeatedTest(5)
	void refundsOnceForOneKey() throws InterruptedException {
		PaymentId id = this.desk.capture(pay("tok_success", "key " + this.reference).id()).id();
		RefundRequest third = new RefundRequest(Money.parse("EUR 3.00"));
		Outcome<Payment> outcome = atOnce(Collections.nCopies(8, () -> this.desk.refund(id, third, "the one")));
		assertThat(outcome.errors()).isEmpty();
		assertThat(outcome.results()).containsOnly(outcome.results().getFirst());
		assertBalanced(id, 700);
	}

	@RepeatedTest(10)
	void capturesOrCancelsButNotBoth() throws InterruptedException {
		PaymentId id = pay("tok_success", "key " + this.reference).id();
		Callable<Payment> capture = () -> this.desk.capture(id);
		Callable<Payment> cancel = () -> this.desk.cancel(id);
		Outcome<Payment> outcome = atOnce(List.of(capture, cancel, capture, cancel));
		assertThat(outcome.results()).hasSize(2).containsOnly(this.desk.find(id));
		assertThat(outcome.errors()).hasSize(2)
			.allMatch((ex) -> ex instanceof PaymentNotCapturable || ex instanceof PaymentNotCancellable);
		assertThat(this.desk.ledger(id)).hasSize(2);
		assertThat(count("""
				select count(*) from payments.simulated_charges charge
				join payments.intents on id = idempotency_key
				where reference = ? and charge.status = '%s'
				""".formatted(this.desk.find(id).status()))).isOne();
	}

	@RepeatedTest(10)
	void takesOneAnswerOfThePayer() throws InterruptedException {
		Payment payment = pay("tok_3ds", "key " + this.reference);
		String secret = String.valueOf(payment.actionSecret());
		Outcome<Challenge> outcome = atOnce(List.of( //
				() -> this.desk.answerChallenge(payment.id(), secret, true),
				() -> this.desk.answerChallenge(payment.id(), secret, false),
				() -> this.desk.answerChallenge(payment.id(), secret, true),
				() -> this.desk.answerChallenge(payment.id(), secret, false)));
		assertThat(outcome.errors()).isEmpty();
		assertThat(outcome.results()).hasSize(4).noneMatch(Challenge::open);
		assertThat(this.desk.ledger(payment.id())).hasSize(2);
	}

	/**
	 * The ledger and the provider's book leave the same, in minor units.
	 */
	private void assertBalanced(PaymentId id, long left) {
		Payment payment = this.desk.find(id);
		assertThat(payment.captured().minus(payment.refunded()).getAmountMinorLong()).isEqualTo(left);
		assertThat(count("""
				select sum(case type when 'CAPTURED' then ledger.amount_minor
				                     when 'REFUNDED' then -ledger.amount_minor else 0 end)::bigint
				from payments.ledger join payments.intents on id = payment_id where reference = ?
				""")).isEqualTo(left);
		assertThat(count("""
				select charge.amount_minor - refunded_minor from payments.simulated_charges charge
				join payments.intents on id = idempotency_key where reference = ?
				""")).isEqualTo(left);
	}

	private Payment pay(String token, String key) {
		return this.desk.authorise(new PaymentRequest(Money.parse("EUR 10.00"), this.reference, token), key);
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).param(this.reference).query(Long.class).single();
	}

	private record Outcome<T>(List<T> results, List<Throwable> errors) {

	}

	private static <T> Outcome<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
		Outcome<T> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
		for (Future<T> future : AtOnce.all(calls)) {
			try {
				outcome.results().add(future.get());
			}
			catch (ExecutionException ex) {
				outcome.errors().add(ex.getCause());
			}
		}
		return outcome;
	}

}
