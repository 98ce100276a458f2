package io.pangea.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.pangea.processes.StoreProcess;

/** The processes of one store, taken together. */
record Measured(List<StoreProcess> processes) {

	/** A load, and what it cost the processes. */
	record Cost(Load.Result result, Duration processorTime) {

		/** What one core does in a second. */
		double perCore() {
			return this.result.done() / (this.processorTime.toMillis() / 1000.0);
		}

		/** Median and 99th percentile. */
		String latency() {
			return "%.1f / %.1f ms".formatted(this.result.p50() / 1000.0, this.result.p99() / 1000.0);
		}

	}

	Cost cost(Load load, Callable<Boolean> task) throws InterruptedException {
		Duration before = processorTime();
		Load.Result result = load.run(task);
		return new Cost(result, processorTime().minus(before));
	}

	Duration processorTime() {
		return this.processes.stream()
			.map((process) -> ProcessHandle.of(process.pid())
				.flatMap((handle) -> handle.info().totalCpuDuration())
				.orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	/** Resident memory in MiB. */
	long residentMemory() {
		try {
			long sum = 0;
			for (StoreProcess process : this.processes) {
				sum += process.residentMemory();
			}
			return sum;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
