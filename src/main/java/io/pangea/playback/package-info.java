/** Watching: entitlement, sessions, progress. */
@ApplicationModule(allowedDependencies = { "accounts", "orders", "videos" })
@NullMarked
package io.pangea.playback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
