package io.pangea.recommendations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What recommendations are made from now.
 *
 * @param version counts the models that were trained; 0 while none was
 * @param trainedAt null while none was
 * @param trainedItems how many items the model knows; others are known by what was bought
 * and watched together only
 * @param people whose histories it was trained on, baskets of guests included
 * @param milliseconds how long that took
 * @param items how many items can be recommended
 */
public record ModelState(long version, @Nullable Instant trainedAt, int trainedItems, int people, long milliseconds,
		int items) {

}
