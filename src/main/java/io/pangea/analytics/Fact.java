package io.pangea.analytics;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, whoever told it.
 *
 * @param type who says what, with the version of {@code data}:
 * {@code orders.order-confirmed.v1}
 * @param session of a browser
 * @param person a pseudonym
 * @param data JSON, in which nobody is named
 */
record Fact(UUID id, Instant occurredAt, String type, @Nullable String session, @Nullable UUID person, String data) {

}
