package io.pangea.analytics;

import org.jspecify.annotations.Nullable;

/**
 * What was watched in one period. A viewing counts where it ended.
 *
 * @param plays viewings that ended
 * @param views those of them that lasted for the threshold, or half of a short film
 * @param watched seconds of film played
 * @param completed viewings that came to the end
 * @param completion completed of plays
 * @param startup milliseconds until the first picture, for half of them at most
 * @param slowStartup the same for 95 of a hundred
 * @param rebuffering time that films stood still of the time they were watched or did
 * @param peak the most viewings at the same time
 */
public record Viewing(Period period, long plays, long views, long watched, long completed, @Nullable Integer completion,
		@Nullable Integer startup, @Nullable Integer slowStartup, @Nullable Integer rebuffering, long peak) {

}
