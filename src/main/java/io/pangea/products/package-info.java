/** What is on sale: descriptions, prices, stock, reservations. */
@ApplicationModule(allowedDependencies = "videos")
@NullMarked
package io.pangea.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
