package io.pangea.videos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** A directory to work in, and how many bytes may be in it. */
record Room(Path directory, long most) {

	boolean isFull() throws IOException {
		AtomicLong taken = new AtomicLong();
		Files.walkFileTree(this.directory, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				taken.addAndGet(attributes.size());
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) {
				// It was renamed meanwhile.
				return FileVisitResult.CONTINUE;
			}
		});
		return taken.get() > this.most;
	}

}
