package io.pangea.videos;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * A film that is going to be sent.
 *
 * @param size in bytes
 * @param checksum its SHA-256 in hexadecimal, to be compared with what arrives
 */
public record NewUpload(@Positive long size, @Pattern(regexp = "[0-9a-f]{64}") @Nullable String checksum) {

}
