package io.pangea.payments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds are promised first and booked once the provider has paid; promised ones count
 * as gone, so that no two of them get the same money.
 */
@Component
class Refunds {

	private static final String SELECT = """
			select refund.id, payment_id, refund.amount_minor, currency, sequence
			from payments.refunds refund join payments.intents intent on intent.id = payment_id
			""";

	private final Intents intents;

	private final LedgerLines lines;

	private final Keys keys;

	private final JdbcClient jdbc;

	Refunds(Intents intents, LedgerLines lines, Keys keys, JdbcClient jdbc) {
		this.intents = intents;
		this.lines = lines;
		this.keys = keys;
		this.jdbc = jdbc;
	}

	/**
	 * A refund.
	 *
	 * @param sequence of its line in the ledger; null until it is booked
	 */
	record Promise(UUID id, PaymentId paymentId, Money amount, @Nullable Long sequence) {

	}

	/** The refund an idempotency key stands for: promised now, or by an earlier call. */
	@Transactional
	Promise promise(PaymentId id, Money amount, String key) {
		UUID refundId = UuidCreator.getTimeOrderedEpoch();
		UUID subject = this.keys.claim("refund " + id, key, amount.toString(), refundId);
		if (!subject.equals(refundId)) {
			return find(subject);
		}
		Intent intent = this.intents.getWithLockById(id);
		Money refundable = this.lines.of(intent).captured().minus(promised(intent));
		if (amount.isGreaterThan(refundable)) {
			throw new OverRefund(amount, refundable);
		}
		this.jdbc.sql("""
				insert into payments.refunds (id, payment_id, amount_minor, promised_at)
				values (:id, :payment, :amount, :now)
				""")
			.param("id", refundId)
			.param("payment", id.value())
			.param("amount", amount.getAmountMinorLong())
			.param("now", Instant.now().atOffset(ZoneOffset.UTC))
			.update();
		return new Promise(refundId, id, amount, null);
	}

	/** Adds the line for a refund the provider has paid, once. */
	@Transactional
	Ledger book(Promise promise, String providerReference) {
		Intent intent = this.intents.getWithLockById(promise.paymentId());
		Ledger ledger = this.lines.of(intent);
		Long sequence = find(promise.id()).sequence();
		if (sequence == null) {
			sequence = this.lines.add(ledger, LedgerEntry.Type.REFUNDED, promise.amount(), providerReference, null)
				.sequence();
			this.jdbc.sql("update payments.refunds set sequence = :sequence where id = :id")
				.param("id", promise.id())
				.param("sequence", sequence)
				.update();
		}
		return this.lines.of(intent).upTo(sequence);
	}

	List<Promise> unbookedSince(Instant before, int limit) {
		return this.jdbc
			.sql(SELECT + " where refund.sequence is null and promised_at < :before order by promised_at limit :limit")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(Row.class)
			.list()
			.stream()
			.map(Row::promise)
			.toList();
	}

	private Promise find(UUID id) {
		return this.jdbc.sql(SELECT + " where refund.id = :id").param("id", id).query(Row.class).single().promise();
	}

	private Money promised(Intent intent) {
		Long minor = this.jdbc
			.sql("select coalesce(sum(amount_minor), 0)::bigint from payments.refunds where payment_id = :id")
			.param("id", intent.id().value())
			.query(Long.class)
			.single();
		return Money.ofMinor(CurrencyUnit.of(intent.currency()), minor);
	}

	private record Row(UUID id, UUID paymentId, long amountMinor, String currency, @Nullable Long sequence) {

		Promise promise() {
			return new Promise(this.id, new PaymentId(this.paymentId),
					Money.ofMinor(CurrencyUnit.of(this.currency), this.amountMinor), this.sequence);
		}

	}

}
