package io.pangea.playback;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Films somebody watched; {@code next} is the cursor of what follows, if anything. */
public record ProgressPage(List<Progress> items, @Nullable String next) {

}
