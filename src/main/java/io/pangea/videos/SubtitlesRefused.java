package io.pangea.videos;

/** What was sent are no subtitles. */
public final class SubtitlesRefused extends IllegalArgumentException {

	private final String reason;

	public SubtitlesRefused(String reason) {
		super(reason);
		this.reason = reason;
	}

	public String reason() {
		return this.reason;
	}

}
