package io.pangea.videos;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Title and synopsis in one language. */
public record Words(@NotBlank @Size(max = 200) String title, @NotNull @Size(max = 5000) String synopsis) {

}
