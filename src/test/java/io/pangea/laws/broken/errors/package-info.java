/** Errors as a module shows them, that do not travel. */
@NullMarked
package io.pangea.laws.broken.errors;

import org.jspecify.annotations.NullMarked;
