package io.pangea.playback;

/** The session ended: to go on, another one has to be opened. */
public final class PlaybackOver extends IllegalStateException {

	private final PlaybackId playback;

	public PlaybackOver(PlaybackId playback) {
		super("Session %s is over; open another one to go on.".formatted(playback));
		this.playback = playback;
	}

	public PlaybackId playback() {
		return this.playback;
	}

}
