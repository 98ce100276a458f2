package io.pangea.platform.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.pangea.testing.StoreTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

@StoreTest
class SchedulesTests {

	@Autowired
	TaskScheduler scheduler;

	/** Else a process whose schedule waits for long would be taken for dead. */
	@Test
	void oneThatTakesItsTimeHoldsUpNoOther() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch other = new CountDownLatch(1);
		ScheduledFuture<?> slow = this.scheduler.scheduleWithFixedDelay(() -> {
			begun.countDown();
			awaited(end);
		}, Duration.ofMillis(10));
		try {
			assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
			ScheduledFuture<?> quick = this.scheduler.scheduleWithFixedDelay(other::countDown, Duration.ofMillis(10));
			assertThat(other.await(5, TimeUnit.SECONDS)).isTrue();
			quick.cancel(false);
		}
		finally {
			slow.cancel(false);
			end.countDown();
		}
	}

	private static void awaited(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
