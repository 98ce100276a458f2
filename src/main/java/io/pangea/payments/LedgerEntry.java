package io.pangea.payments;

import java.time.Instant;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One line of the append-only ledger of a payment. */
public record LedgerEntry(long sequence, Type type, Money amount, Instant at, @Nullable String note) {

	/** What happened. */
	public enum Type {

		ACTION_REQUIRED, AUTHORISED, DECLINED, CANCELLED, CAPTURED, REFUNDED

	}

}
