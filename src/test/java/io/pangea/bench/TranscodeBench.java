package io.pangea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.pangea.videos.Footage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast films are made ready, all sizes of one and its pictures, with the settings
 * that are the default. Written to {@code target/bench/transcode.md}. The films are
 * generated, with grain; the median of three counts.
 */
class TranscodeBench {

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final int SECONDS = Integer.getInteger("pangea.bench.film", 20);

	private final List<String> table = new ArrayList<>(
			List.of("| film | sizes made | times real time | memory of ffmpeg at most |", "|---|---|---|---|"));

	@TempDir
	Path directory;

	@Test
	void measures() throws IOException {
		Files.createDirectories(DIRECTORY);
		Footage footage = new Footage(this.directory);
		for (String size : List.of("640x360", "1280x720", "1920x1080")) {
			measure(footage, size);
		}
		Files.write(DIRECTORY.resolve("transcode.md"), this.table);
		this.table.forEach(System.out::println);
	}

	private void measure(Footage footage, String size) throws IOException {
		Path film = footage.grainy(size + ".mp4", size, SECONDS);
		AtomicLong memory = new AtomicLong();
		List<Duration> taken = new ArrayList<>();
		int sizes = 0;
		try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
			var _ = watch.scheduleWithFixedDelay(() -> memory.accumulateAndGet(memory(), Math::max), 0, 100,
					TimeUnit.MILLISECONDS);
			for (int round = 0; round < 3; round++) {
				long start = System.nanoTime();
				sizes = footage.makeReady(film);
				taken.add(Duration.ofNanos(System.nanoTime() - start));
			}
			watch.shutdownNow();
		}
		double median = taken.stream().sorted().toList().get(1).toMillis() / 1000.0;
		this.table.add("| %s, 24/s, %d s | %d | %.1f (%.1f s) | %s |".formatted(size, SECONDS, sizes, SECONDS / median,
				median, (memory.get() > 0) ? "%d MiB".formatted(memory.get() / 1024) : "not known here"));
	}

	/** Most that a process started by this one had in memory, in KiB; Linux tells. */
	private static long memory() {
		return ProcessHandle.current().descendants().mapToLong((it) -> peak(it.pid())).max().orElse(0);
	}

	private static long peak(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)))
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			// It has just ended.
			return 0;
		}
	}

}
