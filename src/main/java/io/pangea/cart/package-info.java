/** What someone means to buy. */
@ApplicationModule(allowedDependencies = { "accounts", "products" })
@NullMarked
package io.pangea.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
