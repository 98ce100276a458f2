/** What happened: facts, roll-ups, and the dashboards' data. */
@ApplicationModule(allowedDependencies = { "accounts", "cart", "orders", "payments", "playback", "products", "videos" })
@NullMarked
package io.pangea.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
