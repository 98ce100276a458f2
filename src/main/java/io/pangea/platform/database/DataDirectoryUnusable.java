package io.pangea.platform.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot live in the directory it was given. */
class DataDirectoryUnusable extends RuntimeException {

	private final Path directory;

	private final String remedy;

	DataDirectoryUnusable(Path directory, String reason, String remedy, @Nullable Throwable cause) {
		super("The data directory %s cannot be used: %s".formatted(directory.toAbsolutePath().normalize(), reason),
				cause);
		this.directory = directory;
		this.remedy = remedy;
	}

	/** What to do to use this directory all the same. */
	String remedy() {
		return this.remedy;
	}

	Path directory() {
		return this.directory;
	}

}
