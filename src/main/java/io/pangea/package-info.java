/** A store in one jar whose every module can leave as a service of its own. */
@NullMarked
package io.pangea;

import org.jspecify.annotations.NullMarked;
