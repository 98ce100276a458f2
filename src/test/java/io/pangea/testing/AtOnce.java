package io.pangea.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What many do at the same moment. */
public final class AtOnce {

	private AtOnce() {
	}

	/** The results of doing the same some times, none of which may fail. */
	public static <T> List<T> times(int times, Callable<T> action) throws InterruptedException, ExecutionException {
		List<T> results = new ArrayList<>();
		for (Future<T> done : all(Collections.nCopies(times, action))) {
			results.add(done.get());
		}
		return results;
	}

	/** What came of each, in their order; all of them are done. */
	public static <T> List<Future<T>> all(List<Callable<T>> actions) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = actions.stream().map((action) -> threads.submit(() -> {
				start.await();
				return action.call();
			})).toList();
			start.countDown();
			return running;
		}
	}

}
