package io.pangea.storefront;

import java.util.Locale;
import java.util.stream.Stream;

import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoSearch;
import io.pangea.videos.VideoSearch.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What someone picked on the page of films, as it stands in the address bar. What makes
 * no sense there is left out instead of refused.
 */
record FilmFilter(@Nullable String q, @Nullable String genre, @Nullable String access, @Nullable String sort,
		@Nullable String cursor) {

	private static final int PAGE = 24;

	FilmFilter {
		q = (q != null) ? q.strip().substring(0, Math.min(q.strip().length(), 200)) : "";
		genre = (genre != null && genre.matches("[a-z0-9]{1,60}(-[a-z0-9]{1,60}){0,20}")) ? genre : null;
	}

	VideoSearch toSearch() {
		String words = q();
		return new VideoSearch((words == null || words.isEmpty()) ? null : words, this.genre, null, open(), null, null,
				order(), null, (this.cursor == null || this.cursor.isBlank()) ? null : this.cursor, PAGE);
	}

	/** The order asked for, null for the usual one. */
	public @Nullable Sort order() {
		return named(Sort.values(), this.sort);
	}

	/** To whom the films asked for are open, null for any. */
	public @Nullable VideoAccess open() {
		return named(VideoAccess.values(), this.access);
	}

	/** Whether all films are shown, and from the first one on. */
	public boolean none() {
		return "".equals(this.q) && this.genre == null && open() == null && this.cursor == null;
	}

	private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
		return Stream.of(values)
			.filter((it) -> it.name().toLowerCase(Locale.ROOT).equals(name))
			.findFirst()
			.orElse(null);
	}

}
