/** Pages for shoppers. */
@ApplicationModule(allowedDependencies = { "accounts", "cart", "orders", "payments", "products" })
@NullMarked
package io.pangea.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
