package io.pangea.playback;

import java.time.Instant;

import io.pangea.videos.MediaTicket;
import io.pangea.videos.VideoId;

/**
 * A film being watched on one device.
 *
 * @param position where to begin, in seconds: where the account left off, or 0
 * @param seconds how long the film is
 * @param ticket where the media are, and until when
 * @param beatEvery how often to send a beat, in seconds
 */
public record PlaybackSession(PlaybackId id, VideoId videoId, String device, Instant startedAt, int position,
		int seconds, MediaTicket ticket, int beatEvery) {

}
