package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes films ready in the background, one at a time. What it makes counts when all of it
 * is there, at once; until then it is a leftover.
 */
@Component
class IngestWorker {

	private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);

	private static final String SOURCE = "source";

	/** Longer than it takes to store what was made. */
	private static final Duration WHILE_STORED = Duration.ofHours(6);

	private final Ingests ingests;

	private final Uploads uploads;

	private final Leftovers leftovers;

	private final MediaStore store;

	private final Transcoder transcoder;

	private final VideoSettings settings;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().name("ingest").daemon().factory());

	private final AtomicReference<Ingests.@Nullable Claim> mine = new AtomicReference<>();

	private final AtomicInteger percent = new AtomicInteger();

	IngestWorker(Ingests ingests, Uploads uploads, Leftovers leftovers, MediaStore store, Transcoder transcoder,
			VideoSettings settings) {
		this.ingests = ingests;
		this.uploads = uploads;
		this.leftovers = leftovers;
		this.store = store;
		this.transcoder = transcoder;
		this.settings = settings;
	}

	/** Each instance claims films of its own, and shows the others that it lives. */
	@Scheduled(fixedDelayString = "${pangea.videos.ingest-interval:1s}")
	void takeUp() {
		Ingests.Claim claim = this.mine.get();
		if (claim != null) {
			this.ingests.isMine(claim, this.percent.get());
		}
		else if (this.settings.ingest().enabled()) {
			this.ingests.claim().ifPresent((taken) -> {
				this.mine.set(taken);
				this.percent.set(0);
				this.thread.execute(() -> work(taken));
			});
		}
	}

	private void work(Ingests.Claim claim) {
		try {
			if (claim.isHopeless()) {
				throw new IngestFailed("It was begun several times and never came to an end.");
			}
			make(claim);
		}
		catch (IngestFailed ex) {
			this.ingests.fail(claim, ex.reason());
		}
		catch (IOException | RuntimeException ex) {
			if (Thread.currentThread().isInterrupted() || this.thread.isShutdown()) {
				return;
			}
			LOG.error("Film {} cannot be made ready", claim.videoId(), ex);
			this.ingests.fail(claim, "Something went wrong on our side; try again.");
		}
		finally {
			this.mine.set(null);
		}
	}

	private void make(Ingests.Claim claim) throws IOException {
		tidyUp();
		Path directory = Files.createDirectories(work().resolve(claim.generation().toString()));
		try {
			Container container = fetch(claim, directory.resolve(SOURCE));
			Transcoder.Result made = this.transcoder.transcode(directory, SOURCE, container, this.percent::set);
			String target = Library.Copy.path(claim.videoId(), claim.generation());
			this.leftovers.add(target, WHILE_STORED);
			long bytes = store(made.directory(), target);
			if (!this.ingests.complete(claim, made, bytes)) {
				this.leftovers.add(target, Duration.ZERO);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private Path work() {
		return this.settings.directory().resolve("work").toAbsolutePath();
	}

	private Container fetch(Ingests.Claim claim, Path source) throws IOException {
		List<Uploads.Part> parts = this.uploads.parts(claim.uploadId());
		try (OutputStream out = Files.newOutputStream(source)) {
			for (Uploads.Part part : parts) {
				try (InputStream in = this.store.read(part.path(), 0, part.size())) {
					in.transferTo(out);
				}
			}
		}
		try (InputStream in = Files.newInputStream(source)) {
			return Container.of(in.readNBytes(Container.HEAD))
				.orElseThrow(() -> new IngestFailed("What was sent is not kept any more; send it again."));
		}
	}

	private long store(Path directory, String target) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).mapToLong((file) -> {
				try {
					this.store.put(target + "/" + directory.relativize(file).toString().replace('\\', '/'), file);
					return Files.size(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).sum();
		}
	}

	/** Removes what an instance was working on that died. */
	private void tidyUp() throws IOException {
		if (!Files.isDirectory(work())) {
			return;
		}
		Instant old = Instant.now().minus(this.settings.ingest().timeout().multipliedBy(2));
		try (Stream<Path> directories = Files.list(work())) {
			for (Path directory : directories.toList()) {
				if (Files.getLastModifiedTime(directory).toInstant().isBefore(old)) {
					FileSystemUtils.deleteRecursively(directory);
				}
			}
		}
	}

	/** Another instance, or the next start, begins anew with what was under way. */
	@PreDestroy
	void stop() throws InterruptedException {
		Ingests.Claim claim = this.mine.get();
		this.thread.shutdownNow();
		this.thread.awaitTermination(10, TimeUnit.SECONDS);
		if (claim != null) {
			this.ingests.giveBack(claim);
		}
	}

}
