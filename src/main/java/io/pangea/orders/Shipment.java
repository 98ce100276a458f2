package io.pangea.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who carries the goods and, where known, how to follow them. */
public record Shipment(@NotBlank @Size(max = 60) String carrier, @Size(max = 80) @Nullable String trackingCode) {

}
