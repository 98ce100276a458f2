package io.pangea.playback;

import io.pangea.videos.VideoId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What someone wants to watch.
 *
 * @param device what they call what they watch it on, such as “Firefox on Linux”
 */
public record PlaybackRequest(@NotNull VideoId videoId, @NotBlank @Size(max = 80) String device) {

}
