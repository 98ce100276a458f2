/**
 * Everything technical: the boundary between modules, deliveries, problems, identity, the
 * database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pangea.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
