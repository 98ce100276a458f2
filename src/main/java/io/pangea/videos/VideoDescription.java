package io.pangea.videos;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What staff say of a film.
 *
 * @param originalTitle in the language it was made in, where that is another
 * @param translations BCP 47 language tag to words in that language; the words above are
 * the fallback
 * @param genres slugs, as {@code science-fiction}
 * @param year it came out
 * @param minimumAge in years, 0 for everybody
 * @param episode the part of a series it is; null for a film of its own
 * @param availability always and everywhere if absent
 */
public record VideoDescription(@NotBlank @Size(max = 200) String title, @Size(max = 200) @Nullable String originalTitle,
		@NotNull @Size(max = 5000) String synopsis,
		@Size(max = 20) Map<@NotBlank @Size(max = 35) String, @NotNull @Valid Words> translations,
		@Size(max = 20) List<@NotNull @Slugged String> genres, @Size(max = 100) List<@NotNull @Valid CastMember> cast,
		@Min(1888) @Max(2200) int year, @Min(0) @Max(21) int minimumAge, @NotNull VideoAccess access,
		@Valid @Nullable Episode episode, @Valid Availability availability) {

	public VideoDescription {
		translations = Lists.copy(translations);
		genres = Lists.copy(genres);
		cast = Lists.copy(cast);
		availability = (availability != null) ? availability : Availability.ALWAYS;
	}

}
