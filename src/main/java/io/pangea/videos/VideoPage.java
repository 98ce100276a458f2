package io.pangea.videos;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of films, and where the next one starts.
 *
 * @param genres how many matches there are by genre, whichever is filtered by; none for a
 * list that is not a search
 */
public record VideoPage(List<Video> items, List<Facet> genres, @Nullable String next) {

	public VideoPage {
		items = Lists.copy(items);
		genres = Lists.copy(genres);
	}

	/** How many matches share a value. */
	public record Facet(String value, long count) {

	}

}
