package io.pangea.playback;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may watch a film, and where they left off.
 *
 * @param position where to go on, in seconds; 0 is the beginning
 * @param watched whether they saw it to the end once
 * @param maximumAge the account's limit; null when it has none
 */
public record Admission(VideoId videoId, Ground ground, int position, boolean watched, @Nullable Integer maximumAge) {

	public boolean granted() {
		return switch (this.ground) {
			case FREE, BOUGHT, SUBSCRIPTION -> true;
			case NOT_BOUGHT, AGE_LIMIT -> false;
		};
	}

	/** Why, or why not. */
	public enum Ground {

		FREE, BOUGHT, SUBSCRIPTION, NOT_BOUGHT, AGE_LIMIT

	}

}
