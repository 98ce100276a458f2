package io.pangea.payments;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and adds lines of ledgers; a line and the event that tells of it go together. */
@Component
class LedgerLines {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	LedgerLines(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	Ledger of(Intent intent) {
		return new Ledger(intent,
				this.jdbc.sql("""
						select sequence, type, amount_minor, at, note from payments.ledger
						where payment_id = :id order by sequence
						""")
					.param("id", intent.id().value())
					.query((row, number) -> new LedgerEntry(row.getLong("sequence"),
							LedgerEntry.Type.valueOf(row.getString("type")),
							Money.ofMinor(CurrencyUnit.of(intent.currency()), row.getLong("amount_minor")),
							row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("note")))
					.list());
	}

	/** To be called with the intent locked. */
	@Transactional(propagation = Propagation.MANDATORY)
	LedgerEntry add(Ledger ledger, LedgerEntry.Type type, Money amount, String providerReference,
			@Nullable String note) {
		LedgerEntry entry = new LedgerEntry(ledger.entries().size() + 1L, type, amount,
				Instant.now().truncatedTo(ChronoUnit.MICROS), note);
		this.jdbc.sql("""
				insert into payments.ledger (payment_id, sequence, type, amount_minor, at, provider_reference, note)
				values (:id, :sequence, :type, :amount, :at, :reference, :note)
				""")
			.param("id", ledger.intent().id().value())
			.param("sequence", entry.sequence())
			.param("type", type.name())
			.param("amount", amount.getAmountMinorLong())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("reference", providerReference)
			.param("note", note)
			.update();
		Object event = event(ledger.intent(), entry);
		if (event != null) {
			this.events.publishEvent(event);
		}
		return entry;
	}

	private static @Nullable Object event(Intent intent, LedgerEntry entry) {
		UUID id = UuidCreator.getTimeOrderedEpoch();
		return switch (entry.type()) {
			case AUTHORISED -> new PaymentAuthorised(id, entry.at(), intent.id(), intent.reference(), entry.amount());
			case DECLINED -> new PaymentDeclined(id, entry.at(), intent.id(), intent.reference(),
					(entry.note() != null) ? entry.note() : "declined");
			case CAPTURED -> new PaymentCaptured(id, entry.at(), intent.id(), intent.reference(), entry.amount());
			case REFUNDED -> new PaymentRefunded(id, entry.at(), intent.id(), intent.reference(), entry.amount());
			case ACTION_REQUIRED, CANCELLED -> null;
		};
	}

}
