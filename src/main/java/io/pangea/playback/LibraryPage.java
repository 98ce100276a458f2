package io.pangea.playback;

import java.time.Instant;
import java.util.List;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * Films somebody bought.
 *
 * @param subscription the one that runs; null when there is none
 * @param next the cursor of what follows, if anything
 */
public record LibraryPage(List<Owned> items, @Nullable Subscription subscription, @Nullable String next) {

	/** A film and when it was bought. */
	public record Owned(VideoId videoId, Instant boughtAt) {

	}

	/** A plan and when it ends, unless it is bought again before. */
	public record Subscription(String plan, Instant until) {

	}

}
