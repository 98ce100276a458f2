package io.pangea.analytics;

/**
 * How many got how far in a film.
 *
 * @param percent of the film
 * @param viewings that reached it
 */
public record RetentionStep(int percent, long viewings) {

}
