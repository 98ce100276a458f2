package io.pangea.videos;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; everything may be left out.
 *
 * @param q words, typing errors forgiven
 * @param genre slug
 * @param series slug
 * @param maximumAge films for older viewers are left out, in years
 * @param country where it is to be watched, ISO 3166-1 alpha-2
 * @param state staff may see others than what is published and available
 * @param cursor where the page before ended
 * @param limit 1 to 100, 24 if absent
 */
public record VideoSearch(@Size(max = 200) @Nullable String q, @Slugged @Nullable String genre,
		@Slugged @Nullable String series, @Nullable VideoAccess access, @PositiveOrZero @Nullable Integer maximumAge,
		@Pattern(regexp = "[A-Z]{2}") @Nullable String country, @Nullable Sort sort, @Nullable VideoState state,
		@Size(max = 2000) @Nullable String cursor, @Min(1) @Max(100) @Nullable Integer limit) {

	/** Best match first where words were given, else newest. */
	public enum Sort {

		RELEVANCE, NEWEST, YEAR, TITLE, RATING

	}

}
