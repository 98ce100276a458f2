package io.pangea.journeys;

/** Journeys that are about {@code analytics}. */
interface AnalyticsJourneys extends Store {

}
