package io.pangea.products;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far an import has come. {@code lines} counts those read, the header not among them,
 * and {@code rejected} those refused; {@code created}, {@code updated} and
 * {@code unchanged} count products, which may have come in several lines.
 */
public record ProductImport(ImportId id, Status status, String fileName, long bytesTotal, long bytesRead, long lines,
		long created, long updated, long unchanged, long rejected, List<Rejection> firstRejections, Instant startedAt,
		@Nullable Instant finishedAt, @Nullable String failure) {

	/** Running, done, or given up because the file as a whole cannot be read. */
	public enum Status {

		RUNNING, FINISHED, FAILED

	}

	/**
	 * One line that was refused: its number in the file (the header is 1), the reason as
	 * a stable code, and in words.
	 */
	public record Rejection(long line, String reason, String detail) {

	}

}
