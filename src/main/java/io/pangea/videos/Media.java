package io.pangea.videos;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the ingest made of a film's file.
 *
 * @param audio BCP 47 tags
 * @param subtitles BCP 47 tags
 * @param poster path of an upright picture
 * @param backdrop path of a wide picture
 * @param sprite path of the pictures shown while seeking
 */
record Media(int seconds, List<Rendition> renditions, List<String> audio, List<String> subtitles,
		@Nullable String poster, @Nullable String backdrop, @Nullable String sprite) {

	Media {
		if (seconds < 0) {
			throw new IllegalArgumentException("A film does not last %d s".formatted(seconds));
		}
		renditions = List.copyOf(renditions);
		audio = List.copyOf(audio);
		subtitles = List.copyOf(subtitles);
	}

	Media subtitled(List<String> languages) {
		return new Media(this.seconds, this.renditions, this.audio, languages, this.poster, this.backdrop, this.sprite);
	}

	/** One size it can be watched in, in pixels. */
	record Rendition(int width, int height) {

	}

}
