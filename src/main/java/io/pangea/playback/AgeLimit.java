package io.pangea.playback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Up to which age films are played: one for people of 16 and above is not when the limit
 * is 12.
 *
 * @param maximumAge in years; null only in answers, when there is no limit: an empty request
 * must not lift one
 */
public record AgeLimit(@NotNull @PositiveOrZero @Max(99) @Nullable Integer maximumAge) {

}
