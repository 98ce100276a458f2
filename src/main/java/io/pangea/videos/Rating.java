package io.pangea.videos;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What one viewer thinks of a film. */
public record Rating(@Min(1) @Max(5) int stars) {

}
