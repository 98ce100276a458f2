package io.pangea.payments;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.pangea.payments.LedgerEntry.Type.ACTION_REQUIRED;
import static io.pangea.payments.LedgerEntry.Type.AUTHORISED;
import static io.pangea.payments.LedgerEntry.Type.CANCELLED;
import static io.pangea.payments.LedgerEntry.Type.CAPTURED;
import static io.pangea.payments.LedgerEntry.Type.DECLINED;
import static io.pangea.payments.LedgerEntry.Type.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LedgerTests {

	private static final Intent INTENT = Intent.of(new PaymentRequest(Money.parse("EUR 10.00"), "order", "tok_success"),
			Duration.ofMinutes(30));

	/** What may follow in each state; every pair that is not listed adds nothing. */
	private static final Map<List<LedgerEntry.Type>, Map<PaymentStatus, LedgerEntry.Type>> TRANSITIONS = Map.of( //
			List.of(),
			Map.of(PaymentStatus.REQUIRES_ACTION, ACTION_REQUIRED, PaymentStatus.AUTHORISED, AUTHORISED,
					PaymentStatus.DECLINED, DECLINED, PaymentStatus.CANCELLED, CANCELLED),
			List.of(ACTION_REQUIRED),
			Map.of(PaymentStatus.AUTHORISED, AUTHORISED, PaymentStatus.DECLINED, DECLINED, PaymentStatus.CANCELLED,
					CANCELLED),
			List.of(ACTION_REQUIRED, AUTHORISED),
			Map.of(PaymentStatus.CAPTURED, CAPTURED, PaymentStatus.CANCELLED, CANCELLED), //
			List.of(DECLINED), Map.of(), //
			List.of(CANCELLED), Map.of(), //
			List.of(AUTHORISED, CAPTURED), Map.of(), //
			List.of(AUTHORISED, CAPTURED, REFUNDED), Map.of());

	static Stream<Arguments> transitions() {
		return TRANSITIONS.entrySet()
			.stream()
			.flatMap((entry) -> Stream.of(PaymentStatus.values())
				.map((answer) -> Arguments.of(entry.getKey(), answer, entry.getValue().get(answer))));
	}

	@ParameterizedTest
	@MethodSource("transitions")
	void followsTheProvider(List<LedgerEntry.Type> lines, PaymentStatus answer, LedgerEntry.Type next) {
		assertThat(ledger(lines).next(answer)).isEqualTo(next);
	}

	static Stream<Arguments> states() {
		return Stream.of(Arguments.of(List.of(ACTION_REQUIRED), PaymentStatus.REQUIRES_ACTION, 0, 0),
				Arguments.of(List.of(ACTION_REQUIRED, AUTHORISED), PaymentStatus.AUTHORISED, 0, 0),
				Arguments.of(List.of(ACTION_REQUIRED, DECLINED), PaymentStatus.DECLINED, 0, 0),
				Arguments.of(List.of(AUTHORISED, CANCELLED), PaymentStatus.CANCELLED, 0, 0),
				Arguments.of(List.of(AUTHORISED, CAPTURED), PaymentStatus.CAPTURED, 1000, 0),
				Arguments.of(List.of(AUTHORISED, CAPTURED, REFUNDED), PaymentStatus.CAPTURED, 1000, 500),
				Arguments.of(List.of(AUTHORISED, CAPTURED, REFUNDED, REFUNDED), PaymentStatus.REFUNDED, 1000, 1000));
	}

	@ParameterizedTest
	@MethodSource("states")
	void saysWhereThePaymentStands(List<LedgerEntry.Type> lines, PaymentStatus status, int captured, int refunded) {
		Payment payment = ledger(lines).payment();
		assertThat(payment.status()).isEqualTo(status);
		assertThat(payment.captured()).isEqualTo(Money.ofMinor(INTENT.amount().getCurrencyUnit(), captured));
		assertThat(payment.refunded()).isEqualTo(Money.ofMinor(INTENT.amount().getCurrencyUnit(), refunded));
	}

	@Test
	void givesTheSecretToThePayerAndOnlyWhileItIsOfUse() {
		assertThat(ledger(List.of(ACTION_REQUIRED)).paymentForPayer().actionSecret()).isEqualTo(INTENT.actionSecret());
		assertThat(ledger(List.of(ACTION_REQUIRED)).payment().actionSecret()).isNull();
		assertThat(ledger(List.of(ACTION_REQUIRED, AUTHORISED)).paymentForPayer().actionSecret()).isNull();
	}

	@Test
	void hidesAPaymentTheProviderHasNotAnsweredTo() {
		assertThatExceptionOfType(PaymentNotFound.class).isThrownBy(() -> ledger(List.of()).payment());
	}

	@Test
	void remembersWhatItSaidBefore() {
		Ledger ledger = ledger(List.of(ACTION_REQUIRED, AUTHORISED, CAPTURED));
		assertThat(ledger.upTo(1).payment().status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
		assertThat(ledger.upTo(2).payment().captured()).isEqualTo(Money.parse("EUR 0.00"));
	}

	/** Refunds are of half the amount. */
	private static Ledger ledger(List<LedgerEntry.Type> types) {
		return new Ledger(INTENT,
				IntStream.range(0, types.size())
					.mapToObj((i) -> new LedgerEntry(i + 1, types.get(i),
							(types.get(i) == REFUNDED) ? INTENT.amount().dividedBy(2, RoundingMode.UNNECESSARY)
									: INTENT.amount(),
							Instant.EPOCH, null))
					.toList());
	}

}
