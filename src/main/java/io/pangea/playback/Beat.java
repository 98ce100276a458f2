package io.pangea.playback;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands. All but the position count from its beginning, so that a beat
 * which is lost, late or repeated changes nothing.
 *
 * @param at milliseconds since it was opened, by the device's own steady clock: the
 * clocks of two devices need not agree
 * @param position where the film stands, in seconds
 * @param watched how many seconds of film were played
 * @param startup milliseconds from asking to the first picture; null until there is one
 * @param stalls how often it stood still for want of data
 * @param stalled for how many milliseconds in all
 */
public record Beat(@PositiveOrZero long at, @PositiveOrZero int position, @PositiveOrZero int watched,
		@PositiveOrZero @Nullable Integer startup, @PositiveOrZero int stalls, @PositiveOrZero long stalled) {

}
