package io.pangea.playback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Up to which age films are played: one for people of 16 and above is not when the limit
 * is 12.
 *
 * @param maximumAge in years; null for no limit
 */
public record AgeLimit(@PositiveOrZero @Max(99) @Nullable Integer maximumAge) {

}
