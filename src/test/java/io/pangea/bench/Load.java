package io.pangea.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A closed loop: a number of clients that each repeat one task until the time is up. */
record Load(int clients, Duration time) {

	/** What came of it; latencies in microseconds. */
	record Result(long done, int failed, double perSecond, long p50, long p99) {

	}

	/**
	 * @param task does one thing and says whether it went well
	 */
	Result run(Callable<Boolean> task) throws InterruptedException {
		ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
		AtomicInteger failed = new AtomicInteger();
		CountDownLatch finished = new CountDownLatch(this.clients);
		long start = System.nanoTime();
		long end = start + this.time.toNanos();
		for (int i = 0; i < this.clients; i++) {
			Thread.ofVirtual().start(() -> {
				while (System.nanoTime() < end) {
					long before = System.nanoTime();
					if (wentWell(task)) {
						latencies.add((System.nanoTime() - before) / 1000);
					}
					else {
						failed.incrementAndGet();
					}
				}
				finished.countDown();
			});
		}
		finished.await();
		double seconds = (System.nanoTime() - start) / 1e9;
		long[] sorted = latencies.stream().flatMapToLong(LongStream::of).sorted().toArray();
		return new Result(sorted.length, failed.get(), sorted.length / seconds, percentile(sorted, 50),
				percentile(sorted, 99));
	}

	private static boolean wentWell(Callable<Boolean> task) {
		try {
			return task.call();
		}
		catch (Exception ex) {
			return false;
		}
	}

	private static long percentile(long[] sorted, int percent) {
		return (sorted.length == 0) ? -1 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
	}

}
