package io.pangea.videos;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Version;

/**
 * A film or an episode as it is shown.
 *
 * @param seconds how long it is; null until it is known
 * @param poster path of its picture; null until there is one
 * @param version counts the changes of its description and is its ETag
 */
public record Video(VideoId id, String slug, String title, String synopsis, List<String> genres, int minimumAge,
		VideoAccess access, @Nullable Integer seconds, @Nullable String poster, @Version long version) {

}
