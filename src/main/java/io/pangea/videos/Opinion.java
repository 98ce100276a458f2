package io.pangea.videos;

import org.jspecify.annotations.Nullable;

/**
 * What a film is to the caller.
 *
 * @param listed whether it is on their watchlist
 * @param stars how they rated it, 1 to 5; null if they did not
 */
public record Opinion(boolean listed, @Nullable Integer stars) {

}
