package io.pangea.payments;

import java.util.List;

import org.joda.money.Money;

import org.springframework.web.bind.annotation.RestController;

/**
 * Writes down what is asked for, asks the provider, writes down what it answered. A crash
 * anywhere between is healed by the same call made again.
 */
@RestController
class PaymentsDesk implements Payments {

	private final Books books;

	private final Refunds refunds;

	private final PaymentProvider provider;

	PaymentsDesk(Books books, Refunds refunds, PaymentProvider provider) {
		this.books = books;
		this.refunds = refunds;
		this.provider = provider;
	}

	@Override
	public Payment authorise(PaymentRequest request, String idempotencyKey) {
		CardNumberRefused.ifCardNumber(request.token());
		requirePositive(request.amount());
		this.provider.verify(request.token());
		Ledger ledger = this.books.open(request, idempotencyKey);
		if (ledger.entries().isEmpty()) {
			PaymentId id = ledger.intent().id();
			ledger = this.books.record(id, this.provider.authorise(id, request.amount(), request.token()));
		}
		return ledger.upTo(1).paymentForPayer();
	}

	@Override
	public Payment find(PaymentId id) {
		return this.books.find(id).payment();
	}

	@Override
	public List<LedgerEntry> ledger(PaymentId id) {
		Ledger ledger = this.books.find(id);
		if (ledger.status() == null) {
			throw new PaymentNotFound(id);
		}
		return ledger.entries();
	}

	@Override
	public Challenge challenge(PaymentId id, String secret) {
		return opened(id, secret).challenge();
	}

	@Override
	public Challenge answerChallenge(PaymentId id, String secret, boolean approved) {
		Ledger ledger = opened(id, secret);
		if (ledger.payment().status() != PaymentStatus.REQUIRES_ACTION) {
			return ledger.challenge();
		}
		return this.books.record(id, this.provider.decide(id, approved)).challenge();
	}

	@Override
	public Payment capture(PaymentId id) {
		Payment payment = find(id);
		if (payment.status() == PaymentStatus.AUTHORISED) {
			payment = this.books.record(id, this.provider.capture(id)).payment();
		}
		return switch (payment.status()) {
			case CAPTURED, REFUNDED -> payment;
			case REQUIRES_ACTION, AUTHORISED, DECLINED, CANCELLED ->
				throw new PaymentNotCapturable(id, payment.status());
		};
	}

	@Override
	public Payment cancel(PaymentId id) {
		Payment payment = find(id);
		if (payment.status() == PaymentStatus.REQUIRES_ACTION || payment.status() == PaymentStatus.AUTHORISED) {
			payment = this.books.record(id, this.provider.cancel(id)).payment();
		}
		return switch (payment.status()) {
			case CANCELLED, DECLINED -> payment;
			case REQUIRES_ACTION, AUTHORISED, CAPTURED, REFUNDED ->
				throw new PaymentNotCancellable(id, payment.status());
		};
	}

	@Override
	public Payment refund(PaymentId id, RefundRequest request, String idempotencyKey) {
		Money amount = request.amount();
		requirePositive(amount);
		Payment payment = find(id);
		if (!payment.amount().isSameCurrency(amount)) {
			throw new CurrencyMismatch(payment.amount().getCurrencyUnit().getCode(),
					amount.getCurrencyUnit().getCode());
		}
		Refunds.Promise promise = this.refunds.promise(id, amount, idempotencyKey);
		Long sequence = promise.sequence();
		Ledger ledger = (sequence != null) ? this.books.find(id).upTo(sequence)
				: this.refunds.book(promise, this.provider.refund(id, promise.id(), amount));
		return ledger.payment();
	}

	private Ledger opened(PaymentId id, String secret) {
		Ledger ledger = this.books.find(id);
		if (!ledger.intent().opensWith(secret)) {
			throw new PaymentNotFound(id);
		}
		return ledger;
	}

	private static void requirePositive(Money amount) {
		if (!amount.isPositive()) {
			throw new AmountNotPositive(amount);
		}
	}

}
