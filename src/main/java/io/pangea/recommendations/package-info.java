/** What you may like next. */
@ApplicationModule(allowedDependencies = { "accounts", "orders", "playback", "products", "videos" })
@NullMarked
package io.pangea.recommendations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
