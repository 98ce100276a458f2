package io.pangea.videos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A file in a directory of its own, to be made into what is streamed below {@code out}
 * there, by a moment.
 */
record Job(Room room, String file, Container container, Source source, Instant deadline) {

	static final String OUT = "out";

	Path directory() {
		return this.room.directory();
	}

	Path out() {
		return directory().resolve(OUT);
	}

	Duration left() {
		Duration left = Duration.between(Instant.now(), this.deadline);
		if (left.isNegative()) {
			throw new IngestFailed("It took longer than it may.");
		}
		return left;
	}

}
