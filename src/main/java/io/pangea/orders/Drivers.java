package io.pangea.orders;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Threads that carry orders and refunds on with nobody behind them: what is due, because
 * it failed or its driver died, and refunds staff wait for. Instances share the work by
 * claiming rows.
 */
@Component
class Drivers {

	private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

	private static final int AT_A_TIME = 8;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("orders-driver-", 0).factory());

	private final Semaphore free = new Semaphore(AT_A_TIME);

	private final PurchaseOrders orders;

	private final CheckoutSaga checkouts;

	private final OrderRefunds refunds;

	private final RefundSaga payingBack;

	private final OrderSettings settings;

	Drivers(PurchaseOrders orders, CheckoutSaga checkouts, OrderRefunds refunds, RefundSaga payingBack,
			OrderSettings settings) {
		this.orders = orders;
		this.checkouts = checkouts;
		this.refunds = refunds;
		this.payingBack = payingBack;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${pangea.orders.poll-interval:1s}")
	void takeUpWhatIsDue() {
		takeUp(this.orders::claimDue, this.checkouts::drive);
		takeUp(this.refunds::claimDue, this.payingBack::drive);
	}

	private <T> void takeUp(IntFunction<List<T>> claim, Consumer<T> drive) {
		int limit = this.free.availablePermits();
		if (limit > 0) {
			claim.apply(limit).forEach((id) -> this.threads.execute(() -> driven(drive, id)));
		}
	}

	private <T> void driven(Consumer<T> drive, T id) {
		this.free.acquireUninterruptibly();
		try {
			drive.accept(id);
		}
		catch (RuntimeException ex) {
			LOG.warn("{} waits: {}", id, ex.toString());
		}
		finally {
			this.free.release();
		}
	}

	/** Carries a refund out now, and waits for it, but not for long. */
	void payBack(UUID refund) {
		Future<?> paid = this.threads.submit(() -> this.payingBack.drive(refund));
		try {
			paid.get(this.settings.refundPatience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			LOG.warn("Refund {} goes on in the background: {}", refund, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is under way is carried on as far as it goes. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.threads.shutdown();
		if (!this.threads.awaitTermination(20, TimeUnit.SECONDS)) {
			LOG.warn("What is still under way is taken up by another instance, or at the next start");
		}
	}

}
