/** Every public address is served here, whichever process has what is behind it. */
@NullMarked
package io.pangea.platform.edge;

import org.jspecify.annotations.NullMarked;
