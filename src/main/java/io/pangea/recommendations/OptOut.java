package io.pangea.recommendations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether somebody does not want to be known here.
 *
 * @param since when that was chosen; null while it never was
 */
public record OptOut(boolean optedOut, @Nullable Instant since) {

}
