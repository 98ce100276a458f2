package io.pangea.videos;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who made a film, and as what: a role in it, or a part in making it. */
public record CastMember(@NotBlank @Size(max = 120) String name, @Size(max = 120) @Nullable String role) {

}
