package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps files, whole or not at all, and never changes one: what is new gets a new path.
 * Paths are relative, of words with slashes between them.
 */
interface MediaStore {

	/** Keeps a copy of a file; whoever reads the path sees all of it or nothing. */
	void put(String path, Path file) throws IOException;

	/** How large a file is; empty when there is none. */
	OptionalLong size(String path) throws IOException;

	/** Bytes of a file there is. */
	InputStream read(String path, long from, long count) throws IOException;

	/** Deletes a file, or all below a path; nothing when there is none. */
	void delete(String path) throws IOException;

	/** The file itself where it is on a disk of this machine. */
	default Optional<Path> local(String path) {
		return Optional.empty();
	}

}
