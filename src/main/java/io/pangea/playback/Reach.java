package io.pangea.playback;

/**
 * How far into a film somebody is. The first 5 % are not worth coming back to, and after
 * 95 % only the credits are left: it counts as watched.
 *
 * @param position in seconds
 * @param seconds how long the film is; 0 when nobody knows
 */
record Reach(int position, int seconds) {

	/** Where to go on; 0 is the beginning. */
	int resume() {
		boolean begun = 20L * this.position >= this.seconds;
		return (begun && !through() && this.seconds > 0) ? this.position : 0;
	}

	boolean through() {
		return this.seconds > 0 && 20L * this.position >= 19L * this.seconds;
	}

}
