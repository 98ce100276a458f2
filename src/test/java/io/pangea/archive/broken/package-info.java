/** A contract as it landed, extended, and broken on purpose. */
@NullMarked
package io.pangea.archive.broken;

import org.jspecify.annotations.NullMarked;
