package io.pangea.videos;

import java.util.NoSuchElementException;

/** There is no such video, or the caller may not see it. */
public final class VideoNotFound extends NoSuchElementException {

	private final String video;

	public VideoNotFound(String video) {
		super("There is no video %s.".formatted(video));
		this.video = video;
	}

	public String video() {
		return this.video;
	}

}
