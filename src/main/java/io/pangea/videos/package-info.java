/** The film catalogue: titles, renditions, ingest. */
@ApplicationModule(allowedDependencies = "accounts")
@NullMarked
package io.pangea.videos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
