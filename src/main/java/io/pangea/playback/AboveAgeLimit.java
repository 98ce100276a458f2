package io.pangea.playback;

import io.pangea.videos.VideoId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A film is for people older than the limit that was set for the account. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class AboveAgeLimit extends IllegalStateException {

	private final VideoId video;

	private final int minimumAge;

	private final int maximumAge;

	public AboveAgeLimit(VideoId video, int minimumAge, int maximumAge) {
		super("The film is for people of %d and above; the limit is %d.".formatted(minimumAge, maximumAge));
		this.video = video;
		this.minimumAge = minimumAge;
		this.maximumAge = maximumAge;
	}

	public VideoId video() {
		return this.video;
	}

	public int minimumAge() {
		return this.minimumAge;
	}

	public int maximumAge() {
		return this.maximumAge;
	}

}
