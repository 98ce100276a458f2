package io.pangea.videos;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Films that staff show together.
 *
 * @param titles BCP 47 language tag to title in that language; the title is the fallback
 * @param position among the collections; lower comes first
 * @param videos in the order they are shown
 */
public record VideoCollection(@NotNull @Slugged String slug, @NotBlank @Size(max = 200) String title,
		@Size(max = 20) Map<@NotBlank @Size(max = 35) String, @NotBlank @Size(max = 200) String> titles, int position,
		@Size(max = 200) List<@NotNull VideoId> videos) {

	public VideoCollection {
		titles = Lists.copy(titles);
		videos = Lists.copy(videos);
	}

}
