package io.pangea.playback;

import java.util.List;

/** As many devices play for the account as may at the same time. */
public final class TooManyStreams extends IllegalStateException {

	private final int most;

	private final List<String> devices;

	public TooManyStreams(int most, List<String> devices) {
		super("%d devices may play at the same time, and do: %s.".formatted(most, String.join(", ", devices)));
		this.most = most;
		this.devices = List.copyOf(devices);
	}

	public int most() {
		return this.most;
	}

	/** Those that play, the first one first. */
	public List<String> devices() {
		return this.devices;
	}

}
