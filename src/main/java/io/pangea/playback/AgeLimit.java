package io.pangea.playback;

import org.jspecify.annotations.Nullable;

/**
 * Up to which age films are played: one for people of 16 and above is not when the limit
 * is 12.
 *
 * @param maximumAge in years; null when there is no limit
 */
public record AgeLimit(@Nullable Integer maximumAge) {

}
