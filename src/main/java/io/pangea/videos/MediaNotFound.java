package io.pangea.videos;

import java.util.NoSuchElementException;

/** There is no such file of a film. */
public final class MediaNotFound extends NoSuchElementException {

	private final String file;

	public MediaNotFound(String file) {
		super("There is no %s.".formatted(file));
		this.file = file;
	}

	public String file() {
		return this.file;
	}

}
