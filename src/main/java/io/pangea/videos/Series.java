package io.pangea.videos;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Films that belong together and are told one after the other.
 *
 * @param translations BCP 47 language tag to words in that language
 */
public record Series(@NotNull @Slugged String slug, @NotBlank @Size(max = 200) String title,
		@NotNull @Size(max = 5000) String synopsis,
		@Size(max = 20) Map<@NotBlank @Size(max = 35) String, @NotNull @Valid Words> translations) {

	public Series {
		translations = Lists.copy(translations);
	}

}
