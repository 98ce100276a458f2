package io.pangea.playback;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.videos.VideoId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody began to watch a film.
 *
 * @param viewer null for a guest
 * @param position where in the film it begins, in seconds
 */
@DomainEvent(namespace = "playback", name = "playback-started.v1")
public record PlaybackStarted(UUID id, Instant occurredAt, PlaybackId playbackId, VideoId videoId,
		@Nullable AccountId viewer, int position) {

}
