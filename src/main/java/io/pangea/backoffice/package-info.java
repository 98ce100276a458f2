/** Pages for staff. */
@ApplicationModule(allowedDependencies = { "accounts", "cart", "orders", "payments", "products" })
@NullMarked
package io.pangea.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
