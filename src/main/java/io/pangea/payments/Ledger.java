package io.pangea.payments;

import java.util.List;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to a payment, oldest first. Status and sums are read off it and
 * stored nowhere.
 */
record Ledger(Intent intent, List<LedgerEntry> entries) {

	Ledger {
		entries = List.copyOf(entries);
	}

	/** Null while the provider has not answered. */
	@Nullable PaymentStatus status() {
		if (this.entries.isEmpty()) {
			return null;
		}
		return switch (this.entries.getLast().type()) {
			case ACTION_REQUIRED -> PaymentStatus.REQUIRES_ACTION;
			case AUTHORISED -> PaymentStatus.AUTHORISED;
			case DECLINED -> PaymentStatus.DECLINED;
			case CANCELLED -> PaymentStatus.CANCELLED;
			case CAPTURED -> PaymentStatus.CAPTURED;
			case REFUNDED -> refunded().isEqual(captured()) ? PaymentStatus.REFUNDED : PaymentStatus.CAPTURED;
		};
	}

	/**
	 * What is to be added now that the provider says where the payment stands; null when
	 * the ledger says so already, or is past that.
	 */
	LedgerEntry.@Nullable Type next(PaymentStatus answer) {
		return switch (status()) {
			case null -> switch (answer) {
				case REQUIRES_ACTION -> LedgerEntry.Type.ACTION_REQUIRED;
				case AUTHORISED -> LedgerEntry.Type.AUTHORISED;
				case DECLINED -> LedgerEntry.Type.DECLINED;
				case CANCELLED -> LedgerEntry.Type.CANCELLED;
				case CAPTURED, REFUNDED -> null;
			};
			case REQUIRES_ACTION -> switch (answer) {
				case AUTHORISED -> LedgerEntry.Type.AUTHORISED;
				case DECLINED -> LedgerEntry.Type.DECLINED;
				case CANCELLED -> LedgerEntry.Type.CANCELLED;
				case REQUIRES_ACTION, CAPTURED, REFUNDED -> null;
			};
			case AUTHORISED -> switch (answer) {
				case CAPTURED -> LedgerEntry.Type.CAPTURED;
				case CANCELLED -> LedgerEntry.Type.CANCELLED;
				case REQUIRES_ACTION, AUTHORISED, DECLINED, REFUNDED -> null;
			};
			case CAPTURED, DECLINED, CANCELLED, REFUNDED -> null;
		};
	}

	Money captured() {
		return sum(LedgerEntry.Type.CAPTURED);
	}

	Money refunded() {
		return sum(LedgerEntry.Type.REFUNDED);
	}

	/** The ledger as it was when it had that many entries. */
	Ledger upTo(long sequence) {
		return new Ledger(this.intent, this.entries.subList(0, (int) sequence));
	}

	/**
	 * @throws PaymentNotFound while there is no answer of the provider's: nobody was told
	 * of the payment
	 */
	Payment payment() {
		PaymentStatus status = status();
		if (status == null) {
			throw new PaymentNotFound(this.intent.id());
		}
		LedgerEntry last = this.entries.getLast();
		return new Payment(this.intent.id(), this.intent.reference(), status, this.intent.amount(), captured(),
				refunded(), (status == PaymentStatus.DECLINED) ? last.note() : null, null, this.intent.createdAt());
	}

	/** As {@link #payment()}, with the secret for the payer while there is use for it. */
	Payment paymentForPayer() {
		Payment it = payment();
		if (it.status() != PaymentStatus.REQUIRES_ACTION) {
			return it;
		}
		return new Payment(it.id(), it.reference(), it.status(), it.amount(), it.captured(), it.refunded(),
				it.declineReason(), this.intent.actionSecret(), it.createdAt());
	}

	Challenge challenge() {
		return new Challenge(this.intent.id(), this.intent.amount(), this.intent.reference(),
				payment().status() == PaymentStatus.REQUIRES_ACTION);
	}

	private Money sum(LedgerEntry.Type type) {
		return this.entries.stream()
			.filter((entry) -> entry.type() == type)
			.map(LedgerEntry::amount)
			.reduce(Money.zero(this.intent.amount().getCurrencyUnit()), Money::plus);
	}

}
