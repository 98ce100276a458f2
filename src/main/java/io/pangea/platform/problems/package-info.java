/** Errors as problem details (RFC 9457). */
@NullMarked
package io.pangea.platform.problems;

import org.jspecify.annotations.NullMarked;
