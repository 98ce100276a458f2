package io.pangea.videos;

import java.time.Instant;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * A film cannot be watched any more.
 *
 * @param version of the film: of two events about one film the higher one counts
 */
@DomainEvent(namespace = "videos", name = "video-withdrawn.v1")
public record VideoWithdrawn(UUID id, Instant occurredAt, VideoId videoId, long version) {

}
