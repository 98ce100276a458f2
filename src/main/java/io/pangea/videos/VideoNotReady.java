package io.pangea.videos;

/** A film cannot be published, since there is nothing to watch yet. */
public final class VideoNotReady extends IllegalStateException {

	private final VideoId videoId;

	private final VideoState state;

	public VideoNotReady(VideoId videoId, VideoState state) {
		super("The film cannot be published while it is %s.".formatted(state));
		this.videoId = videoId;
		this.state = state;
	}

	public VideoId videoId() {
		return this.videoId;
	}

	public VideoState state() {
		return this.state;
	}

}
