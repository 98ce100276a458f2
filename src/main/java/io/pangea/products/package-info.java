/** What is on sale: descriptions, prices, stock, reservations. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pangea.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
