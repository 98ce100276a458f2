package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.util.FileSystemUtils;

/** Keeps files in a directory, which several instances may share. */
class DirectoryStore implements MediaStore {

	private final Path root;

	DirectoryStore(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	@Override
	public void put(String path, Path file) throws IOException {
		Path target = resolve(path);
		Path directory = Files.createDirectories(target.resolveSibling(".").normalize());
		Path copy = Files.createTempFile(directory, ".", ".part");
		try {
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	@Override
	public OptionalLong size(String path) throws IOException {
		try {
			BasicFileAttributes file = Files.readAttributes(resolve(path), BasicFileAttributes.class);
			return file.isRegularFile() ? OptionalLong.of(file.size()) : OptionalLong.empty();
		}
		catch (NoSuchFileException ex) {
			return OptionalLong.empty();
		}
	}

	@Override
	public InputStream read(String path, long from, long count) throws IOException {
		SeekableByteChannel channel = Files.newByteChannel(resolve(path));
		return new Bounded(Channels.newInputStream(channel.position(from)), count);
	}

	@Override
	public void delete(String path) throws IOException {
		FileSystemUtils.deleteRecursively(resolve(path));
	}

	@Override
	public Optional<Path> local(String path) {
		return Optional.of(resolve(path));
	}

	private Path resolve(String path) {
		Path file = this.root.resolve(path).normalize();
		if (!file.startsWith(this.root) || file.equals(this.root)) {
			throw new IllegalArgumentException("Not a path in the store: " + path);
		}
		return file;
	}

}
