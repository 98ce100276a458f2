package io.pangea.videos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

/** Hands out tickets to the media of films. */
@Component
class Tickets {

	private final Lifecycle lifecycle;

	Tickets(Lifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	MediaTicket issue(VideoId id) {
		if (!this.lifecycle.published(id)) {
			throw new VideoNotFound(id.toString());
		}
		return new MediaTicket("/api/videos/media/%s/master.m3u8".formatted(id),
				Instant.now().plus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS));
	}

}
