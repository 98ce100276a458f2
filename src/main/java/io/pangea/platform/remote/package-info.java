/** Calls of modules that run in another process. */
@NullMarked
package io.pangea.platform.remote;

import org.jspecify.annotations.NullMarked;
