package io.pangea.videos;

import java.util.ConcurrentModificationException;

/** Somebody changed the film since it was read. */
public final class VideoChanged extends ConcurrentModificationException {

	private final VideoId videoId;

	private final long version;

	public VideoChanged(VideoId videoId, long version) {
		super("The film was changed in the meantime; it is now at version %d.".formatted(version));
		this.videoId = videoId;
		this.version = version;
	}

	public VideoId videoId() {
		return this.videoId;
	}

	public long version() {
		return this.version;
	}

}
