package io.pangea.videos;

import java.util.NoSuchElementException;

/** Nothing can be watched that comes after this film. */
public final class NoNextEpisode extends NoSuchElementException {

	private final VideoId videoId;

	public NoNextEpisode(VideoId videoId) {
		super("Nothing comes after this film.");
		this.videoId = videoId;
	}

	public VideoId videoId() {
		return this.videoId;
	}

}
