package io.pangea.payments;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short transactions around what we know of payments; the provider is asked between them.
 */
@Component
class Books {

	private final Intents intents;

	private final LedgerLines lines;

	private final Keys keys;

	private final PaymentSettings settings;

	Books(Intents intents, LedgerLines lines, Keys keys, PaymentSettings settings) {
		this.intents = intents;
		this.lines = lines;
		this.keys = keys;
		this.settings = settings;
	}

	/** The intent an idempotency key stands for: written now, or by an earlier call. */
	@Transactional
	Ledger open(PaymentRequest request, String key) {
		Intent intent = Intent.of(request, this.settings.patience());
		String content = "%s\n%s\n%s".formatted(request.amount(), request.token(), request.reference());
		UUID subject = this.keys.claim("authorise", key, content, intent.id().value());
		if (subject.equals(intent.id().value())) {
			return this.lines.of(this.intents.save(intent));
		}
		return find(new PaymentId(subject));
	}

	/**
	 * @throws PaymentNotFound when there is no such intent
	 */
	@Transactional(readOnly = true)
	Ledger find(PaymentId id) {
		return this.lines.of(this.intents.findById(id).orElseThrow(() -> new PaymentNotFound(id)));
	}

	/** Brings the ledger to where the provider says the payment stands. */
	@Transactional
	Ledger record(PaymentId id, PaymentProvider.Answer answer) {
		Intent intent = this.intents.getWithLockById(id);
		Ledger ledger = this.lines.of(intent);
		LedgerEntry.Type type = ledger.next(answer.status());
		if (type == null) {
			return ledger;
		}
		this.lines.add(ledger, type, intent.amount(), answer.reference(), answer.reason());
		if (type != LedgerEntry.Type.ACTION_REQUIRED) {
			this.intents.save(intent.settled());
		}
		return this.lines.of(intent);
	}

}
