/** Whether this process is well, and whom it misses. */
@NullMarked
package io.pangea.platform.health;

import org.jspecify.annotations.NullMarked;
