package io.pangea.videos;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * A film can be watched, or what is said of a published film changed.
 *
 * @param version of the film: of two events about one film the higher one counts
 * @param minimumAge in years, 0 for everybody
 * @param seconds how long it is
 */
@DomainEvent(namespace = "videos", name = "video-published.v1")
public record VideoPublished(UUID id, Instant occurredAt, VideoId videoId, long version, String title,
		List<String> genres, int minimumAge, VideoAccess access, int seconds) {

}
