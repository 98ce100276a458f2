package io.pangea.videos;

/** A film does not get from where it stands to where it was sent. */
public final class VideoStepRefused extends IllegalStateException {

	private final VideoId videoId;

	private final VideoState state;

	private final VideoState next;

	public VideoStepRefused(VideoId videoId, VideoState state, VideoState next) {
		super("A film that is %s does not become %s.".formatted(state, next));
		this.videoId = videoId;
		this.state = state;
		this.next = next;
	}

	public VideoId videoId() {
		return this.videoId;
	}

	public VideoState state() {
		return this.state;
	}

	public VideoState next() {
		return this.next;
	}

}
