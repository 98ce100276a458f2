/** Pages for staff. */
@ApplicationModule(allowedDependencies = { "accounts", "analytics", "cart", "orders", "payments", "playback",
		"products", "recommendations", "videos" })
@NullMarked
package io.pangea.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
