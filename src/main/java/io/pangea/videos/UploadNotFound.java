package io.pangea.videos;

import java.util.NoSuchElementException;

/** Nothing is being sent for a film, or it is not kept any more. */
public final class UploadNotFound extends NoSuchElementException {

	private final VideoId videoId;

	public UploadNotFound(VideoId videoId) {
		super("Nothing was sent for video %s.".formatted(videoId));
		this.videoId = videoId;
	}

	public VideoId videoId() {
		return this.videoId;
	}

}
