/** Buying it: the checkout saga. */
@ApplicationModule(allowedDependencies = { "accounts", "cart", "payments", "products" })
@NullMarked
package io.pangea.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
