package io.pangea.videos;

import org.jspecify.annotations.Nullable;

/**
 * A film that is being sent.
 *
 * @param size in bytes
 * @param checksum its SHA-256 in hexadecimal, if that was told
 * @param offset how much of it is stored
 * @param largestPart how many bytes may come at once
 */
public record Upload(long size, @Nullable String checksum, long offset, long largestPart, boolean finished) {

}
