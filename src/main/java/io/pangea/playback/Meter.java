package io.pangea.playback;

import org.jspecify.annotations.Nullable;

/**
 * What a session's beats say when they are put together, in whatever order they came and
 * however often. Fields as in {@link Beat}.
 *
 * @param beat number of the highest one, 0 before the first
 * @param furthest latest second of the film that was reached
 */
record Meter(int beat, int position, int watched, int furthest, @Nullable Integer startup, int stalls, long stalled) {

	/** No player is faster. */
	private static final int FASTEST = 4;

	static Meter at(int position) {
		return new Meter(0, position, 0, position, null, 0, 0);
	}

	/**
	 * @param elapsed milliseconds since the session was opened, by our own clock: nobody
	 * watched, or waited, for longer
	 */
	Meter with(int number, Beat heard, int seconds, long elapsed) {
		int at = (seconds > 0) ? Math.min(heard.position(), seconds) : heard.position();
		boolean newer = number > this.beat;
		int most = (int) Math.min(Integer.MAX_VALUE, elapsed * FASTEST / 1000 + 1);
		return new Meter(Math.max(number, this.beat), newer ? at : this.position,
				Math.max(this.watched, Math.min(heard.watched(), most)), Math.max(this.furthest, at),
				(this.startup != null) ? this.startup : heard.startup(), Math.max(this.stalls, heard.stalls()),
				Math.max(this.stalled, Math.min(heard.stalled(), elapsed)));
	}

}
