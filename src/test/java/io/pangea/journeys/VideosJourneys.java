package io.pangea.journeys;

/** Journeys that are about {@code videos}. */
interface VideosJourneys extends Store {

}
