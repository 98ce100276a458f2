package io.pangea.analytics;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * How a film was watched.
 *
 * @param title as last published; null when it never was
 * @param plays viewings that ended
 * @param views those of them that lasted for the threshold, or half of a short film
 * @param watched seconds of film played
 * @param completed viewings that came to the end
 * @param completion completed of plays
 */
public record FilmViewing(VideoId film, @Nullable String title, long plays, long views, long watched, long completed,
		@Nullable Integer completion) {

}
