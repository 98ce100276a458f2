package io.pangea.playback;

import java.time.Instant;

import io.pangea.videos.VideoId;

/**
 * How far somebody got in a film.
 *
 * @param position where it stood, in seconds
 * @param resume where to go on: the position, or 0 when they barely began or are through
 * @param seconds how long the film is
 * @param watched whether they saw it to the end once
 * @param heardAt when they last watched it
 */
public record Progress(VideoId videoId, int position, int resume, int seconds, boolean watched, Instant heardAt) {

}
