package io.pangea.playback;

import java.util.NoSuchElementException;

/** There is no such session, or it is somebody else's. */
public final class PlaybackNotFound extends NoSuchElementException {

	private final PlaybackId playback;

	public PlaybackNotFound(PlaybackId playback) {
		super("There is no session %s.".formatted(playback));
		this.playback = playback;
	}

	public PlaybackId playback() {
		return this.playback;
	}

}
