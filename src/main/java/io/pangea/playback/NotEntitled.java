package io.pangea.playback;

import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A film is neither free nor bought, nor in a subscription that runs. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotEntitled extends IllegalStateException {

	private final VideoId video;

	private final VideoAccess access;

	public NotEntitled(VideoId video, VideoAccess access) {
		super("The film has to be bought%s."
			.formatted((access == VideoAccess.SUBSCRIPTION) ? ", or subscribed to" : ""));
		this.video = video;
		this.access = access;
	}

	public VideoId video() {
		return this.video;
	}

	public VideoAccess access() {
		return this.access;
	}

}
