/** Pages for shoppers and viewers. */
@ApplicationModule(allowedDependencies = { "accounts", "analytics", "cart", "orders", "payments", "playback",
		"products", "recommendations", "videos" })
@NullMarked
package io.pangea.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
