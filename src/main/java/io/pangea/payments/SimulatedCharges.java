package io.pangea.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The book of the simulated provider; every change is one statement. */
@Component
class SimulatedCharges {

	private final JdbcClient jdbc;

	SimulatedCharges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Does nothing when the charge is known already. */
	void open(PaymentId id, Money amount, SimulatedStatus status, @Nullable String reason) {
		this.jdbc.sql("""
				insert into payments.simulated_charges (idempotency_key, amount_minor, currency, status, reason)
				values (:id, :amount, :currency, :status, :reason)
				on conflict do nothing
				""")
			.param("id", id.value())
			.param("amount", amount.getAmountMinorLong())
			.param("currency", amount.getCurrencyUnit().getCode())
			.param("status", status.name())
			.param("reason", reason)
			.update();
	}

	/** Does nothing when the charge stands elsewhere. */
	void move(PaymentId id, SimulatedStatus from, SimulatedStatus to, @Nullable String reason) {
		this.jdbc.sql("""
				update payments.simulated_charges set status = :to, reason = :reason
				where idempotency_key = :id and status = :from
				""")
			.param("id", id.value())
			.param("from", from.name())
			.param("to", to.name())
			.param("reason", reason)
			.update();
	}

	void cancel(PaymentId id) {
		this.jdbc.sql("""
				insert into payments.simulated_charges as charge (idempotency_key, amount_minor, status)
				values (:id, 0, 'CANCELLED')
				on conflict (idempotency_key) do update set status = 'CANCELLED'
				where charge.status in ('UNANSWERED', 'REQUIRES_ACTION', 'AUTHORISED')
				""").param("id", id.value()).update();
	}

	/** Does nothing when the refund is known already. */
	void refund(PaymentId id, UUID refundId, Money amount) {
		this.jdbc.sql("""
				with refund as (
				    insert into payments.simulated_refunds (idempotency_key, charge, amount_minor)
				    values (:refund, :id, :amount)
				    on conflict do nothing
				    returning amount_minor)
				update payments.simulated_charges charge
				set refunded_minor = charge.refunded_minor + refund.amount_minor
				from refund where charge.idempotency_key = :id
				""")
			.param("id", id.value())
			.param("refund", refundId)
			.param("amount", amount.getAmountMinorLong())
			.update();
	}

	/**
	 * @throws PaymentProviderUnavailable when the provider gives none
	 */
	PaymentProvider.Answer answer(PaymentId id) {
		return this.jdbc.sql("select status, reason from payments.simulated_charges where idempotency_key = :id")
			.param("id", id.value())
			.query((row, number) -> answer(id, row))
			.single();
	}

	private static PaymentProvider.Answer answer(PaymentId id, ResultSet row) throws SQLException {
		String reference = "simulated-" + id;
		String reason = row.getString("reason");
		return switch (SimulatedStatus.valueOf(row.getString("status"))) {
			case UNANSWERED -> throw new PaymentProviderUnavailable();
			case REQUIRES_ACTION -> new PaymentProvider.Answer(PaymentStatus.REQUIRES_ACTION, reference, null);
			case AUTHORISED -> new PaymentProvider.Answer(PaymentStatus.AUTHORISED, reference, null);
			case DECLINED -> new PaymentProvider.Answer(PaymentStatus.DECLINED, reference, reason);
			case CANCELLED -> new PaymentProvider.Answer(PaymentStatus.CANCELLED, reference, null);
			case CAPTURED -> new PaymentProvider.Answer(PaymentStatus.CAPTURED, reference, null);
		};
	}

}
