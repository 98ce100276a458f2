package io.pangea.payments;

import java.time.Instant;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings to an end what a payer, a caller or a crash left open. */
@Component
class Unfinished {

	private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

	private static final int BATCH = 200;

	private final Intents intents;

	private final Books books;

	private final Refunds refunds;

	private final PaymentProvider provider;

	private final PaymentSettings settings;

	Unfinished(Intents intents, Books books, Refunds refunds, PaymentProvider provider, PaymentSettings settings) {
		this.intents = intents;
		this.books = books;
		this.refunds = refunds;
		this.provider = provider;
		this.settings = settings;
	}

	/** Gives up intents that lack an answer or the payer's action for too long. */
	@Scheduled(fixedDelayString = "PT30S")
	@SchedulerLock(name = "payments.give-up")
	void giveUp() {
		this.intents.findByExpiresAtBeforeOrderByExpiresAt(Instant.now(), Limit.of(BATCH))
			.forEach((intent) -> attempt(intent.id(), () -> giveUp(intent.id())));
	}

	/** Asks again for refunds that were promised and never booked. */
	@Scheduled(fixedDelayString = "PT30S")
	@SchedulerLock(name = "payments.retry-refunds")
	void retryRefunds() {
		this.refunds.unbookedSince(Instant.now().minus(this.settings.retryRefundAfter()), BATCH)
			.forEach((promise) -> attempt(promise.paymentId(), () -> this.refunds.book(promise,
					this.provider.refund(promise.paymentId(), promise.id(), promise.amount()))));
	}

	private void giveUp(PaymentId id) {
		boolean unanswered = this.books.find(id).status() == null;
		this.books.record(id, unanswered ? this.provider.cancel(id) : this.provider.expire(id));
	}

	/** One that fails is tried again next time and stops none of the others. */
	private static void attempt(PaymentId id, Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			LOG.warn("Payment {} stays unfinished for now", id, ex);
		}
	}

}
