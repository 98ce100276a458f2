package io.pangea.recommendations;

/** One item that is recommended, and why. */
public record Suggestion(Item item, Reason reason) {

}
