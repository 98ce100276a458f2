/** Users: who they are and how they sign in. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pangea.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
