package io.pangea.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import io.pangea.videos.Footage;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/** A film that journeys send, made once. */
final class Reel {

	/** As quick to make ready as can be. */
	static final Reel OF_TWO_SECONDS = new Reel((footage) -> footage.film("film.mp4", "160x90", 2));

	static final Reel OF_TEN_SECONDS = new Reel((footage) -> footage.film("film.mp4", "320x180", 10));

	/**
	 * Twenty seconds, large enough for two sizes, with sounds in English and Portuguese.
	 */
	static final Reel DUBBED = new Reel((footage) -> footage.dubbed("film.mp4", "854x480", 20));

	private final Function<Footage, Path> maker;

	private byte @Nullable [] content;

	private Reel(Function<Footage, Path> maker) {
		this.maker = maker;
	}

	synchronized byte[] content() {
		if (this.content == null) {
			this.content = make();
		}
		return this.content;
	}

	private byte[] make() {
		try {
			Path directory = Files.createTempDirectory("reel");
			try {
				return Files.readAllBytes(this.maker.apply(new Footage(directory)));
			}
			finally {
				FileSystemUtils.deleteRecursively(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
