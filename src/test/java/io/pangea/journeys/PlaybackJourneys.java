package io.pangea.journeys;

/** Journeys that are about {@code playback}. */
interface PlaybackJourneys extends Store {

}
