package io.pangea.journeys;

/** Journeys that are about {@code recommendations}. */
interface RecommendationsJourneys extends Store {

}
