package io.pangea.playback;

import java.time.Instant;
import java.util.UUID;

import io.pangea.accounts.AccountId;
import io.pangea.videos.VideoId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stopped watching a film, at the end of it or before.
 *
 * @param occurredAt when the last was heard of it
 * @param viewer null for a guest
 * @param startedAt when it began
 * @param seconds how long the film is
 * @param watched how many seconds of film were played
 * @param furthest the latest second of the film that was reached
 * @param startup milliseconds from asking to the first picture; null when it was not told
 * @param stalls how often it stood still for want of data
 * @param stalled for how many milliseconds in all
 */
@DomainEvent(namespace = "playback", name = "playback-finished.v1")
public record PlaybackFinished(UUID id, Instant occurredAt, PlaybackId playbackId, VideoId videoId,
		@Nullable AccountId viewer, Instant startedAt, int seconds, int watched, int furthest,
		@Nullable Integer startup, int stalls, long stalled) {

}
