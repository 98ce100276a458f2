package io.pangea.playback;

import java.util.NoSuchElementException;

import io.pangea.videos.VideoId;

/** Nothing follows: it is the last episode, or none at all. */
public final class NoNextEpisode extends NoSuchElementException {

	private final VideoId video;

	public NoNextEpisode(VideoId video) {
		super("No episode follows %s.".formatted(video));
		this.video = video;
	}

	public VideoId video() {
		return this.video;
	}

}
