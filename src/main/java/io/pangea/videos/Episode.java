package io.pangea.videos;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Which part of a series a film is.
 *
 * @param series slug of the series
 * @param number within the season
 */
public record Episode(@NotNull @Slugged String series, @Min(0) @Max(1000) int season,
		@Min(0) @Max(100_000) int number) {

}
