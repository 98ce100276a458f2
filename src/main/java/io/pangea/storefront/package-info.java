/** Pages for shoppers and viewers. */
@ApplicationModule(allowedDependencies = { "accounts", "cart", "orders", "payments", "playback", "products", "videos" })
@NullMarked
package io.pangea.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
