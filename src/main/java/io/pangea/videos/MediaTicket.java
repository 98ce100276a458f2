package io.pangea.videos;

import java.time.Instant;

/**
 * Lets whoever holds it read one film for a while.
 *
 * @param master path of the HLS master playlist, from which all else is reached by
 * relative addresses that hold the ticket, too
 * @param expiresAt until when it is good
 */
public record MediaTicket(String master, Instant expiresAt) {

}
