package io.pangea.analytics;

import java.time.Instant;

/** How many viewings were going on at a time. */
public record Viewers(Instant at, long viewings) {

}
