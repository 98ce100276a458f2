package io.pangea.videos;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Version;

/**
 * A film or an episode as it is shown.
 *
 * @param translations BCP 47 language tag to words in that language; title and synopsis
 * are the fallback
 * @param genres slugs, as {@code science-fiction}
 * @param minimumAge in years, 0 for everybody
 * @param episode the part of a series it is; null for a film of its own
 * @param seconds how long it is; null until it is known
 * @param audio BCP 47 tags of the languages it can be heard in
 * @param subtitles BCP 47 tags of the languages it can be read in
 * @param poster path of its picture, upright; null until there is one
 * @param backdrop path of a wide picture; null where there is none
 * @param sprite path of the pictures to show while seeking, as WebVTT with media
 * fragments; null where there are none
 * @param state where it stands; only staff and modules learn it
 * @param failure why it {@link VideoState#FAILED}; only staff and modules learn it
 * @param version counts the changes of its description and publication and is its ETag
 */
public record Video(VideoId id, String slug, String title, @Nullable String originalTitle, String synopsis,
		Map<String, Words> translations, List<String> genres, List<CastMember> cast, int year, int minimumAge,
		VideoAccess access, @Nullable Episode episode, Availability availability, @Nullable Integer seconds,
		List<String> audio, List<String> subtitles, @Nullable String poster, @Nullable String backdrop,
		@Nullable String sprite, Ratings ratings, @Nullable VideoState state, @Nullable String failure,
		@Version long version) {

	public Video {
		translations = Lists.copy(translations);
		genres = Lists.copy(genres);
		cast = Lists.copy(cast);
		audio = Lists.copy(audio);
		subtitles = Lists.copy(subtitles);
	}

	/** What staff said of it, to say it again with changes. */
	public VideoDescription toDescription() {
		return new VideoDescription(title, originalTitle, synopsis, translations, genres, cast, year, minimumAge,
				access, episode, availability);
	}

}
