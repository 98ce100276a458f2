/** Values on the wire. */
@NullMarked
package io.pangea.platform.json;

import org.jspecify.annotations.NullMarked;
